using Digitize.Core.Text;
using Digitize.Ocr.Layout;

namespace Digitize.Ocr.Tests;

public sealed class UnreadInkTests
{
    private const int Square = 24;

    [Fact]
    public void Find_CountsTheMarks_WhenHardlyAnyWereRead()
    {
        var page = Rings(across: 24, down: 20);
        var word = new Word("trăm", new Box(0, 0, 9, 9), 0.9, []);
        var line = new TextLine("l1", word.Box, [], "vi", WritingMode.HorizontalTb, [word]);
        var text = new TextPage(page.Width, page.Height, [new TextRegion("r1", RegionKind.Body, word.Box, line.Mode, [line])], null);

        Assert.InRange(UnreadInk.Find(page, text) ?? 0, 400, 560);
    }

    [Fact]
    public async Task Find_IsSilent_WhenThePageWasRead()
    {
        using var room = new OcrRoom();
        var page = Pages.Tiled(Pages.Vietnamese, across: 1, down: 6);

        var text = await room.Tesseract.RecognizeAsync(page, new OcrOptions(), default);

        Assert.Null(UnreadInk.Find(page, text));
        Assert.NotNull(UnreadInk.Find(page, TextPage.Empty(page.Width, page.Height)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(600, 400)]
    [InlineData(3, 3000)]
    public void Find_IsSilent_WhenThereIsNoInk(int width, int height) =>
        Assert.Null(UnreadInk.Find(Pages.Blank(width, height), TextPage.Empty(width, height)));

    [Fact]
    public void Find_IsSilent_WhenThePageIsAllBlack()
    {
        var page = new OcrImage(500, 500, 1, 500, null, new byte[250_000]);

        Assert.Null(UnreadInk.Find(page, TextPage.Empty(500, 500)));
    }

    /// <summary>Hollow squares as large as letters: type of no script.</summary>
    private static OcrImage Rings(int across, int down)
    {
        var (width, height) = (across * Square * 2, down * Square * 3);
        var pixels = new byte[width * height];
        Array.Fill(pixels, (byte)235);
        for (var i = 0; i < across * down; i++)
        {
            var (left, top) = (Square / 2 + (i % across * Square * 2), Square + (i / across * Square * 3));
            for (var at = 0; at < Square; at++)
            {
                foreach (var thick in Enumerable.Range(0, 4))
                {
                    pixels[((top + thick) * width) + left + at] = 20;
                    pixels[((top + Square - 1 - thick) * width) + left + at] = 20;
                    pixels[((top + at) * width) + left + thick] = 20;
                    pixels[((top + at) * width) + left + Square - 1 - thick] = 20;
                }
            }
        }

        return new OcrImage(width, height, 1, width, 300, pixels);
    }
}
