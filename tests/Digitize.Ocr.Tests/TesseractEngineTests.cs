using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Digitize.Core.Outcomes;
using Digitize.Core.Text;
using Digitize.Ocr.Engines.Tesseract;
using Digitize.Ocr.Evaluation;

namespace Digitize.Ocr.Tests;

public sealed partial class TesseractEngineTests : IDisposable
{
    private static readonly OcrOptions Vietnamese = new();

    private readonly OcrRoom _room = new(new TesseractOptions { Workers = 2 });

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task RecognizeAsync_ErrsInLessThanATenth_WhenTextIsVietnamese()
    {
        var page = await _room.Tesseract.RecognizeAsync(Pages.Vietnamese, Vietnamese, default);

        var errors = CharacterErrors.Between(Pages.VietnameseText, page.PlainText);
        Assert.True(errors.Rate < 0.10, $"{errors}: {page.PlainText}");
        Assert.Equal(["vi"], page.Lines.Select(line => line.Language).Distinct());
        Assert.Equal("Tesseract", page.Processing?.Software);
    }

    [Fact]
    public async Task RecognizeAsync_ReadsAccents_WhenTextIsFrench()
    {
        var options = new OcrOptions { Languages = ["fra", "vie"], Language = "fr" };

        var page = await _room.Tesseract.RecognizeAsync(Pages.French, options, default);

        var errors = CharacterErrors.Between(Pages.FrenchText, page.PlainText);
        Assert.True(errors.Rate < 0.05, $"{errors}: {page.PlainText}");
        Assert.Equal(["fr"], page.Lines.Select(line => line.Language).Distinct());
    }

    [Fact]
    public async Task RecognizeAsync_ReadsColumnsFromTheRight_WhenModeIsVertical()
    {
        var options = new OcrOptions { Languages = ["chi_tra_vert"], Mode = WritingMode.VerticalRl, Language = "lzh" };

        var page = await _room.Tesseract.RecognizeAsync(Pages.Columns, options, default);

        var errors = CharacterErrors.Between(string.Concat(Pages.ColumnTexts), page.PlainText, ignoreWhiteSpace: true);
        Assert.True(errors.Rate < 0.30, $"{errors}: {page.PlainText}");
        Assert.All(page.Lines, line => Assert.Equal(WritingMode.VerticalRl, line.Mode));
        Assert.Equal(page.Lines.OrderByDescending(line => line.Box.X), page.Lines);
    }

    [Fact]
    public async Task RecognizeAsync_ReadsTheSame_WhenPixelsAreRgbWithPaddedRows()
    {
        var grey = await _room.Tesseract.RecognizeAsync(Pages.Vietnamese, Vietnamese, default);

        var rgb = await _room.Tesseract.RecognizeAsync(Pages.Coloured(Pages.Vietnamese), Vietnamese, default);

        Assert.Equal(grey.PlainText, rgb.PlainText);
    }

    [Theory]
    [InlineData(600, 400)]
    [InlineData(1, 1)]
    [InlineData(3, 200)]
    public async Task RecognizeAsync_FindsNoLines_WhenPageIsBlank(int width, int height)
    {
        var page = await _room.Tesseract.RecognizeAsync(Pages.Blank(width, height), Vietnamese, default);

        Assert.Empty(page.Regions);
        Assert.Equal((width, height), (page.Width, page.Height));
        Assert.Null(page.Confidence);
    }

    [Fact]
    public async Task RecognizeAsync_KeepsEachBoxInsideItsParents()
    {
        var page = await _room.Tesseract.RecognizeAsync(Pages.Vietnamese, Vietnamese, default);

        var whole = new Box(0, 0, page.Width, page.Height);
        Assert.All(page.Regions, region => AssertInside(whole, region.Box));
        Assert.All(page.Regions, region => Assert.All(region.Lines, line => AssertInside(region.Box, line.Box)));
        Assert.All(page.Lines, line => Assert.All(line.Words, word => AssertInside(line.Box, word.Box)));
        Assert.All(Words(page), word => Assert.All(word.Glyphs, glyph => AssertInside(word.Box, glyph.Box)));
        Assert.All(page.Lines, line => Assert.True(line.Baseline[0].X < line.Baseline[1].X));
        Assert.Equal(page.Lines.Count(), page.Lines.Select(line => line.Id).Distinct().Count());
    }

    [Fact]
    public async Task RecognizeAsync_GivesComposedWordsSpelledByTheirGlyphs()
    {
        var page = await _room.Tesseract.RecognizeAsync(Pages.Vietnamese, Vietnamese, default);

        Assert.All(Words(page), word => Assert.True(word.Text.IsNormalized(NormalizationForm.FormC)));
        Assert.All(Words(page), word => Assert.Equal(word.Text, Spelled(word)));
        Assert.All(Words(page), word => Assert.InRange(word.Confidence, 0.2, 1));
    }

    [Fact]
    public async Task RecognizeAsync_KeepsCandidatesBestFirst_WhenAskedFor()
    {
        var options = new OcrOptions { Candidates = 3 };

        var page = await _room.Tesseract.RecognizeAsync(Pages.Vietnamese, options, default);

        var glyphs = Words(page).SelectMany(word => word.Glyphs).ToList();
        Assert.All(glyphs, glyph => Assert.Equal(glyph.Text, glyph.Candidates[0].Text));
        Assert.All(glyphs, glyph => Assert.InRange(glyph.Candidates.Count, 1, 3));
        Assert.Contains(glyphs, glyph => glyph.Candidates.Count == 3 && glyph.Candidates[1].Confidence > 0);
    }

    [Fact]
    public async Task RecognizeAsync_KeepsNoCandidates_WhenNotAskedFor()
    {
        var page = await _room.Tesseract.RecognizeAsync(Pages.Vietnamese, Vietnamese, default);

        Assert.All(Words(page).SelectMany(word => word.Glyphs), glyph => Assert.Empty(glyph.Candidates));
    }

    [Fact]
    public async Task RecognizeAsync_ReadsTheSame_WhenTwoPagesAreReadAtOnce()
    {
        var alone = await _room.Tesseract.RecognizeAsync(Pages.Vietnamese, Vietnamese, default);

        var together = await Task.WhenAll(Enumerable.Range(0, 4).Select(
            _ => _room.Tesseract.RecognizeAsync(Pages.Vietnamese, Vietnamese, default)));

        Assert.All(together, page => Assert.Equal(alone.PlainText, page.PlainText));
    }

    [Fact]
    public async Task RecognizeAsync_StopsSoonAndLeavesTheEngineUsable_WhenCancelled()
    {
        using var room = new OcrRoom(new TesseractOptions { Workers = 1 });
        await room.Tesseract.RecognizeAsync(Pages.Vietnamese, Vietnamese, default);
        var large = Pages.Tiled(Pages.Vietnamese, across: 4, down: 80);
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => room.Tesseract.RecognizeAsync(large, Vietnamese, cancel.Token));

        // Its 640 lines take some seventeen seconds.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(8), $"stopped after {watch.Elapsed}");
        var after = await room.Tesseract.RecognizeAsync(Pages.Vietnamese, Vietnamese, default);
        Assert.Equal(2, after.Lines.Count());
        Assert.Equal(1, room.Pool.Made);
    }

    [Fact]
    public async Task RecognizeAsync_KeepsMemoryLevel_WhenPagesFollowEachOther()
    {
        using var room = new OcrRoom(new TesseractOptions { Workers = 1 });
        var options = new OcrOptions { Candidates = 3 };
        long first = 0;

        for (var page = 0; page < 30; page++)
        {
            await room.Tesseract.RecognizeAsync(Pages.Vietnamese, options, default);
            first = page == 9 ? Environment.WorkingSet : first;
        }

        // Other tests run beside this one, so only a leak of several megabytes a page shows.
        var grown = Environment.WorkingSet - first;
        Assert.True(grown < 200L << 20, $"{grown >> 20} MiB more after 20 pages");
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("fr")]
    public async Task RecognizeAsync_FindsTheLanguage_WhenThePageIsToTell(string document)
    {
        var options = new OcrOptions { Languages = ["auto"], Language = document };

        var vietnamese = await _room.Tesseract.RecognizeAsync(Pages.Vietnamese, options, default);
        var french = await _room.Tesseract.RecognizeAsync(Pages.French, options, default);

        Assert.Equal(["vi"], vietnamese.Lines.Select(line => line.Language).Distinct());
        Assert.Equal(["fr"], french.Lines.Select(line => line.Language).Distinct());
        Assert.True(CharacterErrors.Between(Pages.VietnameseText, vietnamese.PlainText).Rate < 0.10, vietnamese.PlainText);
        Assert.True(CharacterErrors.Between(Pages.FrenchText, french.PlainText).Rate < 0.05, french.PlainText);
        Assert.Contains("languages=fra+Vietnamese", french.Processing!.Settings, StringComparison.Ordinal);
    }

    [Fact]
    public void FindMissing_NamesTheModel_WhenThePageIsToTellAndOneIsMissing()
    {
        var folder = Directory.CreateTempSubdirectory();
        File.WriteAllText(Path.Combine(folder.FullName, "Vietnamese.traineddata"), "");
        File.WriteAllText(Path.Combine(folder.FullName, "fra.traineddata"), "");
        using var room = new OcrRoom(new TesseractOptions { ModelFolder = folder.FullName });

        var missing = room.Tesseract.FindMissing(new OcrOptions { Languages = ["auto"] });

        Assert.Equal(new Reason("ocr-model-missing", "eng", "tesseract-ocr-eng"), missing);
        Assert.Null(room.Tesseract.FindMissing(new OcrOptions { Languages = ["fra"] }));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void FindMissing_NamesModelAndPackage_WhenModelIsNotInstalled()
    {
        var options = new OcrOptions { Languages = ["vie", "xxx_vert"] };

        var missing = _room.Tesseract.FindMissing(options);

        Assert.Equal(new Reason("ocr-model-missing", "xxx_vert", "tesseract-ocr-xxx-vert"), missing);
        Assert.Contains("tesseract-ocr-xxx-vert", missing!.Text(ReasonTexts.Vietnamese), StringComparison.Ordinal);
        Assert.Null(_room.Tesseract.FindMissing(Vietnamese));
    }

    [Fact]
    public async Task RecognizeAsync_Throws_WhenModelIsNotInstalled()
    {
        var options = new OcrOptions { Languages = ["xxx"] };

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => _room.Tesseract.RecognizeAsync(Pages.Vietnamese, options, default));
    }

    [Fact]
    public void Version_IsFive() => Assert.StartsWith("5.", _room.Tesseract.Version, StringComparison.Ordinal);

    [Fact]
    public void AddOcr_LimitsOpenMpToOneThread()
    {
        Assert.True(TesseractLibrary.IsInstalled);

        Assert.Equal(1, OpenMpThreadLimit());
    }

    private static IEnumerable<Word> Words(TextPage page) => page.Lines.SelectMany(line => line.Words);

    private static string Spelled(Word word) => string.Concat(word.Glyphs.Select(glyph => glyph.Text));

    private static void AssertInside(Box outer, Box inner)
    {
        Assert.True(inner is { Width: > 0, Height: > 0 }, $"{inner} is empty");
        Assert.Equal(outer, Box.Around([outer, inner]));
    }

    [LibraryImport("libgomp.so.1", EntryPoint = "omp_get_thread_limit")]
    private static partial int OpenMpThreadLimit();
}
