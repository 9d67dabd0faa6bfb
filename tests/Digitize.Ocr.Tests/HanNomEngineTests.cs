using Digitize.Core.Text;
using Digitize.Ocr.Evaluation;

namespace Digitize.Ocr.Tests;

public sealed class HanNomEngineTests : IDisposable
{
    private static readonly OcrOptions Options = new() { Language = "lzh", Candidates = 5 };

    private readonly OcrRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task RecognizeAsync_ReadsColumnsFromTheRight_WhenPageHasFrameAndRules()
    {
        var page = await _room.HanNom.RecognizeAsync(Pages.Columns, Options, default);

        var region = Assert.Single(page.Regions);
        Assert.Equal(WritingMode.VerticalRl, region.Mode);
        Assert.Equal(4, region.Lines.Count);
        Assert.Equal(region.Lines.OrderByDescending(line => line.Box.X), region.Lines);
        Assert.All(region.Lines, line => Assert.Equal(("lzh", WritingMode.VerticalRl), (line.Language, line.Mode)));
        var errors = CharacterErrors.Between(string.Concat(Pages.ColumnTexts), page.PlainText, ignoreWhiteSpace: true);
        Assert.True(errors.Rate < 0.25, $"{errors}: {page.PlainText}");
    }

    [Fact]
    public async Task RecognizeAsync_GivesOneGlyphACharacterFromTopToBottom()
    {
        var page = await _room.HanNom.RecognizeAsync(Pages.Columns, Options, default);

        Assert.All(page.Lines, line =>
        {
            var glyphs = Assert.Single(line.Words).Glyphs;
            Assert.Equal(line.Text.EnumerateRunes(), glyphs.Select(glyph => glyph.Text.EnumerateRunes().Single()));
            Assert.Equal(glyphs.OrderBy(glyph => glyph.Box.Y), glyphs);
            Assert.All(glyphs, glyph => Assert.InRange(glyph.Box.Height, 10, 70));
            Assert.All(glyphs, glyph => Assert.Equal(line.Box, Box.Around([line.Box, glyph.Box])));
            Assert.Equal(line.Baseline[0].X, line.Baseline[1].X);
        });
        Assert.Contains(page.Lines.SelectMany(line => line.Words[0].Glyphs), glyph => glyph.Candidates.Count > 1);
    }

    [Fact]
    public async Task RecognizeAsync_ReadsTheSame_WhenPixelsAreRgb()
    {
        var grey = await _room.HanNom.RecognizeAsync(Pages.Columns, Options, default);

        var rgb = await _room.HanNom.RecognizeAsync(Pages.Coloured(Pages.Columns), Options, default);

        Assert.Equal(grey.PlainText, rgb.PlainText);
    }

    [Theory]
    [InlineData(400, 600)]
    [InlineData(1, 1)]
    public async Task RecognizeAsync_FindsNoRegion_WhenPageIsBlank(int width, int height)
    {
        var page = await _room.HanNom.RecognizeAsync(Pages.Blank(width, height), Options, default);

        Assert.Empty(page.Regions);
    }

    [Fact]
    public async Task RecognizeAsync_Throws_WhenCancelledBefore()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _room.HanNom.RecognizeAsync(Pages.Columns, Options, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void FindMissing_IsNull_WhenTheVerticalModelIsInstalled() => Assert.Null(_room.HanNom.FindMissing(Options));
}
