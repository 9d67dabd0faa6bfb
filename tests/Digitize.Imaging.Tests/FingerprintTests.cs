using Digitize.Imaging.Inspection;
using Digitize.Imaging.Tests.Drawing;
using NetVips;

namespace Digitize.Imaging.Tests;

public sealed class FingerprintTests
{
    [Fact]
    public async Task Distance_IsSmall_WhenThePageIsScannedAgain()
    {
        using var page = DrawnPage.Lines(1240, 1750, seed: 3);
        using var again = DrawnPage.Lines(1240, 1750, seed: 3).Turned(0.3);
        using var shifted = again.Embed(5, 4, 1240, 1750, extend: Enums.Extend.Copy).Linear([0.92], [0])
            .Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Bw);

        var distance = Fingerprint.Distance(await OfAsync(page), await OfAsync(shifted));

        Assert.True(distance < Fingerprint.SamePage, $"{distance}");
    }

    [Fact]
    public async Task Distance_IsLarge_BetweenPagesOfOneLayout()
    {
        using var page = DrawnPage.Lines(1240, 1750, seed: 3);
        using var next = DrawnPage.Lines(1240, 1750, seed: 4);

        var distance = Fingerprint.Distance(await OfAsync(page), await OfAsync(next));

        Assert.True(distance > Fingerprint.SamePage, $"{distance}");
    }

    [Fact]
    public async Task InspectAsync_GivesABlankPageNoFingerprint()
    {
        using var page = DrawnPage.Blank(600, 800);

        var (_, fingerprint) = await PageInspector.InspectAsync(page, default);

        Assert.Null(fingerprint);
    }

    [Fact]
    public void Distance_RefusesWhatIsNoFingerprint()
    {
        Assert.Throws<FormatException>(() => Fingerprint.Distance("00", "00"));
    }

    private static async Task<string> OfAsync(Image page) => (await PageInspector.InspectAsync(page, default)).Fingerprint!;
}
