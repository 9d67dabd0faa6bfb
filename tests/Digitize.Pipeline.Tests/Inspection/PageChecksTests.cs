using Digitize.Core.Inspection;
using Digitize.Core.Outcomes;
using Digitize.Imaging;
using Digitize.Imaging.Inspection;
using Digitize.Pipeline.Inspection;
using Digitize.Pipeline.Tests.Line;

namespace Digitize.Pipeline.Tests.Inspection;

public sealed class PageChecksTests : IDisposable
{
    private static readonly PageInspection Sound = new(1000, 1400, 300, 0, 0, 200, 0.1, false) { EdgeSharpness = 0.4 };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("sound")]
    [InlineData("ppi", "ppi")]
    [InlineData("sharpness", "sharpness")]
    [InlineData("clipped-white", "clipped-white")]
    [InlineData("clipped-black", "clipped-black")]
    [InlineData("noise", "noise")]
    [InlineData("uneven-light", "uneven-light")]
    [InlineData("blank", "blank")]
    [InlineData("colour-cast", "colour-cast")]
    [InlineData("profile", "profile")]
    [InlineData("compression", "compression")]
    [InlineData("border-intrusion", "border-intrusion")]
    [InlineData("fold", "border-intrusion")]
    public async Task Of_FailsTheSpoiltCheckAlone_OnAPageWithOneFault(string fault, params string[] failing)
    {
        var page = await LookAsync(fault);

        var checks = PageChecks.Of(page.Inspection, new InspectOptions { MinimumPpi = 300 });

        // Which way up strokes without letters lie, nobody can tell.
        var failed = checks.Where(check => check.Verdict == CheckVerdict.Warn && check.Name != CheckNames.Orientation).Select(check => check.Name);
        Assert.Equal(failing, failed);
        Assert.Equal(CheckNames.OfPage, checks.Select(check => check.Name));
    }

    [Fact]
    public async Task Of_KnowsNoTones_OfAOneBitImage()
    {
        var page = await LookAsync("bitonal");

        var checks = PageChecks.Of(page.Inspection, new InspectOptions());

        Assert.True(page.Inspection.IsBitonal);
        Assert.Equal(
            ["sharpness", "clipped-black", "clipped-white", "noise", "uneven-light", "colour-cast", "profile", "border-intrusion"],
            checks.Where(check => check.Verdict == CheckVerdict.Unknown && check.Name != CheckNames.Orientation).Select(check => check.Name));
    }

    [Fact]
    public void Of_IgnoresWarnsOrRefuses_AsTheRecipeSays()
    {
        var verdicts = new[] { Severity.Ignore, Severity.Warn, Severity.Refuse }.Select(severity =>
            Verdict(Sound, new InspectOptions { MinimumPpi = 400, LowPpi = severity }, CheckNames.Ppi));

        Assert.Equal([CheckVerdict.Ignored, CheckVerdict.Warn, CheckVerdict.Refuse], verdicts);
    }

    [Theory]
    [InlineData(true, null, AllowedCompression.Lossless, CheckVerdict.Pass)]
    [InlineData(false, 100, AllowedCompression.Lossless, CheckVerdict.Warn)]
    [InlineData(false, 90, AllowedCompression.Any, CheckVerdict.Pass)]
    [InlineData(false, 20, AllowedCompression.Any, CheckVerdict.Warn)]
    [InlineData(null, null, AllowedCompression.Lossless, CheckVerdict.Unknown)]
    public void Of_SetsCompressionAgainstTheRecipe(bool? lossless, int? quality, AllowedCompression allowed, CheckVerdict verdict)
    {
        var page = Sound with { IsLossless = lossless, JpegQuality = quality };

        Assert.Equal(verdict, Verdict(page, new InspectOptions { Compression = allowed }, CheckNames.Compression));
    }

    [Theory]
    [InlineData(0, CheckVerdict.Pass)]
    [InlineData(2, CheckVerdict.Warn)]
    [InlineData(null, CheckVerdict.Unknown)]
    public void Of_TellsATurnedPage(int? quarterTurns, CheckVerdict verdict)
    {
        Assert.Equal(verdict, Verdict(Sound with { QuarterTurnsClockwise = quarterTurns }, new InspectOptions(), CheckNames.Orientation));
    }

    [Fact]
    public void RefusalReasons_TellEveryRefusalWithItsFigure()
    {
        var page = Sound with { Ppi = 200, EdgeSharpness = 0.1, Noise = 20 };
        var asked = new InspectOptions { MinimumPpi = 300, LowPpi = Severity.Refuse, Blur = Severity.Refuse, Noise = Severity.Warn };

        var reason = RefusalReasons.Of("a.tif", PageChecks.Of(page, asked))!;

        var text = reason.Text(ReasonTexts.English);
        Assert.Equal("image-low-ppi", reason.Code);
        Assert.Contains("200 ppi", text, StringComparison.Ordinal);
        Assert.Contains("sharpness 0.10, at least 0.30", text, StringComparison.Ordinal);
        Assert.DoesNotContain("noisy", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusalReasons_HaveASentenceForEachCheck_InBothLanguages()
    {
        foreach (var name in CheckNames.OfPage)
        {
            var reason = RefusalReasons.Of("a.tif", [new(name, 1, 2, CheckVerdict.Refuse)])!;

            Assert.DoesNotContain(reason.Code, reason.Text(ReasonTexts.English), StringComparison.Ordinal);
            Assert.DoesNotContain(reason.Code, reason.Text(ReasonTexts.Vietnamese), StringComparison.Ordinal);
            Assert.EndsWith(".", reason.Text(ReasonTexts.Vietnamese), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void OfSize_OutweighsTheFile()
    {
        var sized = Sound.OfSize(widthMm: 127, heightMm: 0);

        Assert.Equal((200.0, PpiSource.PhysicalSize), (sized.Ppi!.Value, sized.PpiFrom));
        Assert.Equal(300, Sound.OfSize(0, 0).Ppi);
        Assert.Equal(1, sized.FadgiStarsByResolution);
    }

    private static CheckVerdict Verdict(PageInspection page, InspectOptions asked, string name) =>
        PageChecks.Of(page, asked).Single(check => check.Name == name).Verdict;

    private async Task<InspectedPage> LookAsync(string fault)
    {
        var path = SpoiltPage.Save(_folder[fault], fault);
        var mediaType = path.EndsWith(".jpg", StringComparison.Ordinal) ? ScanMediaTypes.Jpeg : ScanMediaTypes.Png;
        using var image = await ScanImage.OpenAsync(path, mediaType, 0, default);
        return await PageLook.AtAsync(image, path, mediaType, 0, new InspectOptions(), null, null, default);
    }
}
