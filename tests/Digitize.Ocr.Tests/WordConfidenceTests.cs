using Digitize.Core.Text;
using Digitize.Ocr.Confidence;
using Digitize.Ocr.Evaluation;

namespace Digitize.Ocr.Tests;

public sealed class WordConfidenceTests
{
    private const int Seed = 1919;

    [Fact]
    public void Fitted_SaysMore_WhenTheEngineIsSurer()
    {
        var sure = Said(0.995, "người");
        var unsure = Said(0.90, "người");

        Assert.True(sure > unsure + 0.2, $"{sure} {unsure}");
        Assert.InRange(sure, 0.9, 1);
        Assert.InRange(unsure, 0, 0.8);
    }

    [Fact]
    public void Fitted_SaysLess_WhenTheWordIsNoSyllable() => Assert.True(Said(0.97, "ngưòxi") < Said(0.97, "người"));

    [Fact]
    public void Calibrate_KeepsTextsAndGlyphs_AndAnEmptyPage()
    {
        var page = Page(0.9, "một", "hai");

        var calibrated = WordConfidence.Fitted.Calibrate(page);

        Assert.Equal(page.PlainText, calibrated.PlainText);
        Assert.All(calibrated.Lines.SelectMany(line => line.Words), word => Assert.Equal(0.9, word.Glyphs[0].Confidence));
        Assert.Empty(WordConfidence.Fitted.Calibrate(TextPage.Empty(1, 1)).Regions);
    }

    [Fact]
    public void Fit_SaysWhatIsTrue_WhenTheEngineIsTooSure()
    {
        // The engine's odds are those of the truth and two more; a second set of words checks what was found.
        var found = ConfidenceFit.Of(Judged(new Random(Seed), 8000));

        var check = Judged(new Random(Seed + 1), 8000).Select(word => word with { Confidence = found.Of(word.Evidence) }).ToList();
        var bins = Reliability.Of(check).Bins.Where(bin => bin.Words > 300).ToList();

        Assert.True(bins.Count > 3);
        Assert.All(bins, bin => Assert.InRange(bin.Share!.Value - bin.Said!.Value, -0.06, 0.06));
    }

    [Fact]
    public void Fit_Refuses_WhenThereAreHardlyAnyWords() =>
        Assert.Throws<InvalidDataException>(() => ConfidenceFit.Of(Judged(new Random(Seed), 20)));

    [Fact]
    public void Rows_CanBeReadAgain()
    {
        var rows = WordConfidence.Fitted.Rows().ToList();

        Assert.Equal(WordEvidence.Names, rows.Where(row => row.StartsWith("weight", StringComparison.Ordinal)).Select(row => row.Split('\t')[1]));
        var points = rows.Where(row => row.StartsWith("point", StringComparison.Ordinal)).Select(row => row.Split('\t')[2]).ToList();
        Assert.Equal(points.Order(StringComparer.Ordinal), points);
    }

    [Fact]
    public void JudgedWords_AreRight_WhenTheyStandAtTheTruthsPlace()
    {
        var judged = JudgedWord.Of(Page(0.9, "Trăm", "nam", "cõi"), "Trăm năm trong\ncõi");

        Assert.Equal([true, false, true], judged.Select(word => word.IsRight));
    }

    [Fact]
    public void Reliability_CountsEachWordOnce()
    {
        var words = new[] { 0, 0.3, 0.93, 0.95, 0.97, 1 }.Select(said => new JudgedWord(said, new([]), said > 0.9)).ToList();

        var reliability = Reliability.Of(words);

        Assert.Equal(words.Count, reliability.Bins.Sum(bin => bin.Words));
        Assert.Equal((2, 2), (reliability.Around95.Words, reliability.Around95.Right));
        Assert.Equal(3, reliability.Above95.Words);
    }

    private static double Said(double engine, string word) =>
        WordConfidence.Fitted.Calibrate(Page(engine, word, "là", word, "là", word)).Lines.Single().Words[0].Confidence;

    private static List<JudgedWord> Judged(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        var odds = (random.NextDouble() * 7) - 3;
        var figures = WordEvidence.Names.Select((_, place) => place switch { 0 => 1, 1 => odds + 2, _ => 0.0 }).ToList();
        return new JudgedWord(0, new WordEvidence(figures), random.NextDouble() < 1 / (1 + Math.Exp(-odds)));
    })];

    private static TextPage Page(double confidence, params string[] words)
    {
        var line = new TextLine("l1", default, [], "vi", WritingMode.HorizontalTb,
            [.. words.Select(word => new Word(word, default, confidence, [new Glyph(word, default, confidence, [])]))]);
        return new TextPage(100, 100, [new TextRegion("r1", RegionKind.Body, default, WritingMode.HorizontalTb, [line])], null);
    }
}
