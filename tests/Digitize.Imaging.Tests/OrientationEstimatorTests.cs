using Digitize.Imaging.Deskew;
using Digitize.Imaging.Tests.Drawing;
using NetVips;

namespace Digitize.Imaging.Tests;

public sealed class OrientationEstimatorTests
{
    private static readonly Enums.Angle[] QuarterTurns = [Enums.Angle.D0, Enums.Angle.D90, Enums.Angle.D180, Enums.Angle.D270];

    [Theory]
    [InlineData("quoc-ngu-print/KIEU-1911/KIEU-1911_001.tif", 0)]
    [InlineData("han-nom-woodblock/LUAN-NGU/LUAN-NGU_001.tif", 0)]
    [InlineData("manuscript/SO-TAY/SO-TAY_001.jpg", 7.5)]
    public async Task Estimate_TurnsThePageUpright_WhicheverWayItLies(string scan, double skew)
    {
        var path = Path.Combine(SampleScans(), scan);
        var mediaType = ScanMediaTypes.Of(await File.ReadAllBytesAsync(path));
        using var upright = await ScanImage.OpenAsync(path, mediaType, 0, default);
        using var askew = upright.Rotate(-skew, background: [.. Enumerable.Repeat(255.0, upright.Bands)]).CopyMemory();

        for (var turns = 0; turns < QuarterTurns.Length; turns++)
        {
            using var turned = askew.Rot(QuarterTurns[turns]);
            var estimate = OrientationEstimator.Estimate(turned);

            Assert.Equal((4 - turns) % 4, estimate.TurnsToMake);
        }
    }

    [Fact]
    public void PageReading_TellsWhatBothEstimatorsTell()
    {
        using var page = DrawnPage.Lines(1200, 1600, seed: 6).Turned(-3).Rot(Enums.Angle.D90);

        var reading = PageReading.Of(page);

        Assert.Equal(SkewEstimator.Estimate(page), reading.Skew);
        Assert.Equal(OrientationEstimator.Estimate(page), reading.Orientation);
    }

    [Fact]
    public void Estimate_IsNotReliable_WhenThePageIsBlank()
    {
        using var blank = DrawnPage.Blank(1500, 2000);

        var estimate = OrientationEstimator.Estimate(blank);

        Assert.Equal(default, estimate);
        Assert.False(estimate.IsReliable);
    }

    private static string SampleScans()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "sample-scans")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "sample-scans", "incoming");
    }
}
