using Digitize.Core.Text;
using Digitize.Ocr.Evaluation;
using Digitize.Ocr.Preparation;

namespace Digitize.Ocr.Tests.Preparation;

public sealed class PreparedReadingTests : IDisposable
{
    private readonly OcrRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task RecognizeAsync_ErrsLess_WhenOtherSideShowsThroughStainedPaper()
    {
        var page = ShowingThrough(Pages.Vietnamese, Pages.French);

        var plain = await _room.Tesseract.RecognizeAsync(page, new OcrOptions { Prepare = PagePreparation.None }, default);
        var prepared = await _room.Tesseract.RecognizeAsync(page, new OcrOptions(), default);

        var (without, with) = (Errors(plain), Errors(prepared));
        Assert.True(with.Edits < without.Edits, $"{with} against {without}: {prepared.PlainText}");
        Assert.Contains("prepared=bleed-through", prepared.Processing!.Settings, StringComparison.Ordinal);
        Assert.Contains("prepared=none", plain.Processing!.Settings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecognizeAsync_GivesBoxesInThePagesOwnPixels_WhenItWasEnlarged()
    {
        var small = Resized.Of(GreyPage.Of(Pages.Vietnamese), 0.5).ToImage();
        var whole = await _room.Tesseract.RecognizeAsync(Pages.Vietnamese, new OcrOptions(), default);

        var page = await _room.Tesseract.RecognizeAsync(small, new OcrOptions(), default);

        Assert.Equal((small.Width, small.Height), (page.Width, page.Height));
        Assert.DoesNotContain("scale=1 ", page.Processing!.Settings, StringComparison.Ordinal);
        Assert.All(page.Lines.Zip(whole.Lines), pair => AssertNear(pair.Second.Box, pair.First.Box, 2));
        Assert.Equal(2, page.Lines.Count());
        Assert.All(page.Lines, line => Assert.Equal(line.Box, Box.Around([line.Box, .. line.Words.Select(word => word.Box)])));
    }

    [Fact]
    public void Of_KeepsTheFirstReading_WhenRemediesLoseALineThatWasSure()
    {
        var readings = new Queue<List<TextRegion>>([
            Read(("Trăm năm trong", 100, 0.9), ("cõi người ta,", 200, 0.5)),
            Read(("cõi người ta.", 200, 1)), Read(("cõi người ta.", 200, 1)), Read(("cõi người ta.", 200, 1))]);

        var reading = PreparedReading.Of(Pages.Vietnamese, _ => readings.Dequeue(), default);

        Assert.Equal("Trăm năm trong", reading.Lines.First().Text);
    }

    [Fact]
    public void Of_LetsThreeReadingsVote_WhenTheyAreClose()
    {
        var readings = new Queue<List<TextRegion>>([
            Read(("mệnh", 100, 0.73)), Read(("mênh", 100, 0.75)), Read(("mệnh", 100, 0.72))]);

        var reading = PreparedReading.Of(Pages.Vietnamese, _ => readings.Dequeue(), default);

        Assert.Equal("mệnh", reading.Lines.Single().Text);
        Assert.Contains("readings=3 voted=3", reading.Preparation, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ReadsOnce_WhenTheReadingIsSureOrThePageIsBlank()
    {
        var asked = 0;

        PreparedReading.Of(Pages.Vietnamese, _ => { asked++; return Read(("mệnh", 100, 0.95)); }, default);
        PreparedReading.Of(Pages.Blank(200, 100), _ => { asked++; return []; }, default);

        Assert.Equal(2, asked);
    }

    [Fact]
    public void Of_Stops_WhenCancelledBetweenReadings()
    {
        using var cancel = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => PreparedReading.Of(
            Pages.Vietnamese, _ => { cancel.Cancel(); return Read(("mệnh", 100, 0.5)); }, cancel.Token));
    }

    [Fact]
    public void PictureNoise_TakesDoubtfulWordsOutOfDarkPlacesOnly()
    {
        var page = DrawnPages.Plain(600, 400).With(0, 0, 600, 200, 90);
        var regions = Read(("x”o", 100, 0.6), ("HÀ-NỘI", 120, 0.95), ("mệnh", 300, 0.6));

        var left = PictureNoise.Without(page, regions);

        Assert.Equal(["HÀ-NỘI", "mệnh"], left.SelectMany(region => region.Lines).Select(line => line.Text));
    }

    [Fact]
    public void PictureNoise_TakesDoubtfulLinesOfSignsAlone()
    {
        var page = DrawnPages.Plain(600, 400);
        var regions = Read(("——__...", 100, 0.6), ("* * *", 200, 0.95), ("— 3 —", 300, 0.6));

        var left = PictureNoise.Without(page, regions);

        Assert.Equal(["* * *", "— 3 —"], left.SelectMany(region => region.Lines).Select(line => line.Text));
    }

    private static CharacterErrors Errors(TextPage page) => CharacterErrors.Between(Pages.VietnameseText, page.PlainText);

    private static void AssertNear(Box expected, Box doubled, int tolerance)
    {
        Assert.InRange((doubled.X * 2) - expected.X, -2 * tolerance, 2 * tolerance);
        Assert.InRange((doubled.Y * 2) - expected.Y, -2 * tolerance, 2 * tolerance);
        Assert.InRange((doubled.Right * 2) - expected.Right, -2 * tolerance, 2 * tolerance);
    }

    /// <summary>One region; each line's words lie side by side.</summary>
    private static List<TextRegion> Read(params (string Text, int Y, double Confidence)[] lines)
    {
        List<TextLine> read = [.. lines.Select(line =>
        {
            List<Word> words = [.. line.Text.Split(' ').Select((text, place) => new Word(
                text, new Box(20 + (place * 100), line.Y, 90, 20), line.Confidence,
                [new Glyph(text, new Box(20 + (place * 100), line.Y, 90, 20), line.Confidence, [])]))];
            var box = Box.Around(words.Select(word => word.Box));
            return new TextLine("", box, [new Point(box.X, box.Bottom), new Point(box.Right, box.Bottom)], "vi", WritingMode.HorizontalTb, words);
        })];
        return [new TextRegion("", RegionKind.Body, Box.Around(read.Select(line => line.Box)), WritingMode.HorizontalTb, read)];
    }

    /// <summary>The page on paper that darkens to one side, the verso mirrored, soft and at half its darkness behind it.</summary>
    private static OcrImage ShowingThrough(OcrImage recto, OcrImage verso)
    {
        var (front, back) = (GreyPage.Of(recto), GreyPage.Of(verso));
        var soft = SquareMean.Smoothed(back.Pixels, back.Width, back.Height, 1);
        for (var y = 0; y < front.Height; y++)
        {
            for (var x = 0; x < front.Width; x++)
            {
                var through = x < back.Width && y >= 8 && y - 8 < back.Height ? soft[((y - 8) * back.Width) + back.Width - 1 - x] : 245;
                var paper = (1 - (0.35 * x / front.Width)) * (1 - (0.6 * (245 - through) / 245));
                var at = (y * front.Width) + x;
                front.Pixels[at] = (byte)(front.Pixels[at] * paper);
            }
        }

        return front.ToImage();
    }
}
