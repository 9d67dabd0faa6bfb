using Digitize.Core.Text;

namespace Digitize.Ocr.Tests;

public sealed class RoutedEngineTests : IDisposable
{
    private static readonly OcrOptions Options = new() { Language = "vi" };

    private readonly OcrRoom _room = new();

    private IOcrEngine Auto => _room.Engines.Find("auto");

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task RecognizeAsync_ReadsAsTesseract_WhenThePageIsQuocNgu()
    {
        var page = await Auto.RecognizeAsync(Pages.Vietnamese, Options, default);

        Assert.Equal((await _room.Tesseract.RecognizeAsync(Pages.Vietnamese, Options, default)).PlainText, page.PlainText);
        Assert.Equal("Tesseract", page.Processing!.Software);
    }

    [Fact]
    public async Task RecognizeAsync_ReadsColumns_WhenThePageIsHan()
    {
        var page = await Auto.RecognizeAsync(Pages.Columns, Options, default);

        Assert.All(page.Lines, line => Assert.Equal(("vi-Hani", WritingMode.VerticalRl), (line.Language, line.Mode)));
        Assert.Equal(4, page.Lines.Count());
    }

    [Fact]
    public async Task RecognizeAsync_SendsEachPartToItsReader_WhenHanStandsAboveQuocNgu()
    {
        var mixed = Pages.Above(Pages.Columns, Pages.Vietnamese);

        var page = await Auto.RecognizeAsync(mixed, Options, default);

        Assert.Equal(WritingMode.VerticalRl, page.Regions[0].Mode);
        Assert.Equal(WritingMode.HorizontalTb, page.Regions[^1].Mode);
        Assert.Equal("vi", page.Regions[^1].Lines[0].Language);
        Assert.Contains("trong cõi người ta", page.PlainText, StringComparison.Ordinal);
        Assert.All(page.Lines, line => Assert.Equal(line.Box, line.Box.ClampTo(mixed.Width, mixed.Height)));
        Assert.True(page.Regions[0].Box.Bottom <= page.Regions[^1].Box.Y);
        Assert.Equal(page.Regions.Count, page.Regions.Select(region => region.Id).Distinct().Count());
    }

    [Theory]
    [InlineData(400, 600)]
    [InlineData(1, 1)]
    public async Task RecognizeAsync_FindsNoRegion_WhenPageIsBlank(int width, int height)
    {
        var page = await Auto.RecognizeAsync(Pages.Blank(width, height), Options, default);

        Assert.Empty(page.Regions);
    }

    [Fact]
    public void FindMissing_IsNull_WhenBothReadersAreInstalled() =>
        Assert.Null(Auto.FindMissing(new OcrOptions { Languages = ["vie"] }));

    [Fact]
    public void FindMissing_NamesTheModel_WhenALatinOneIsNotInstalled() =>
        Assert.NotNull(Auto.FindMissing(new OcrOptions { Languages = ["xxx"] }));
}
