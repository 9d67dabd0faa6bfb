using Digitize.Core.Text;

namespace Digitize.Ocr.Tests;

public sealed class ScaledTextTests
{
    [Fact]
    public async Task On_PutsBoxesWhereTheyStandOnTheLargePage()
    {
        using var room = new OcrRoom();
        var read = await room.Tesseract.RecognizeAsync(Pages.Vietnamese, new OcrOptions(), default);

        var scaled = ScaledText.On(read, read.Width * 3, read.Height * 3);

        Assert.Equal((read.Width * 3, read.Height * 3), (scaled.Width, scaled.Height));
        Assert.Equal(read.PlainText, scaled.PlainText);
        Assert.Equal(
            read.Lines.SelectMany(line => line.Words).Select(word => new Box(3 * word.Box.X, 3 * word.Box.Y, 3 * word.Box.Width, 3 * word.Box.Height)),
            scaled.Lines.SelectMany(line => line.Words).Select(word => word.Box));
    }

    [Fact]
    public void On_LeavesThePage_WhenItHasTheSizeAlready()
    {
        var page = TextPage.Empty(10, 20);

        Assert.Same(page, ScaledText.On(page, 10, 20));
    }
}
