using Digitize.Imaging.Inspection;
using Digitize.Imaging.Tests.Drawing;
using NetVips;

namespace Digitize.Imaging.Tests;

public sealed class PageInspectorTests
{
    [Fact]
    public async Task InspectAsync_MeasuresTonesExactly()
    {
        using var page = DrawnPage.Draw(DrawnPage.Blank(1000, 1000, paper: 200), canvas =>
        {
            canvas.DrawRect([0], 400, 100, 100, 800, fill: true);
            canvas.DrawRect([255], 900, 0, 50, 1000, fill: true);
        });

        var (inspection, _) = await PageInspector.InspectAsync(page, default);

        Assert.Equal((1000, 1000), (inspection.Width, inspection.Height));
        Assert.Equal(300, inspection.Ppi!.Value, 0.1);
        Assert.Equal(0.05, inspection.WhiteClippedShare, 1e-9);
        Assert.Equal(0.87 * 200 + 0.05 * 255, inspection.MeanLuminance, 1e-6);
    }

    [Fact]
    public async Task BlackClippedShare_LeavesTheScannersBedOut()
    {
        using var page = DrawnPage.Draw(DrawnPage.Blank(1000, 1000, paper: 200), canvas =>
        {
            canvas.DrawRect([0], 0, 0, 100, 1000, fill: true);
            canvas.DrawRect([0], 500, 400, 90, 100, fill: true);
        });

        var (inspection, _) = await PageInspector.InspectAsync(page, default);

        Assert.Equal(0.01, inspection.BlackClippedShare, 0.0005);
    }

    [Theory]
    [InlineData(56)]
    [InlineData(112)]
    public async Task EdgeSharpness_FallsWithBlur_WhateverTheAmountOfInk(int lineHeight)
    {
        using var page = DrawnPage.Lines(1200, 1600, lineHeight: lineHeight).Gaussblur(0.6);
        using var blurred = page.Gaussblur(2.5);

        var (sharp, _) = await PageInspector.InspectAsync(page, default);
        var (soft, _) = await PageInspector.InspectAsync(blurred, default);

        Assert.InRange(sharp.EdgeSharpness!.Value, 0.4, 0.7);
        Assert.InRange(soft.EdgeSharpness!.Value, 0.1, 0.2);
    }

    [Fact]
    public async Task EdgeSharpness_SeesMotionInOneDirection()
    {
        using var row = Image.NewFromArray(new double[1, 5] { { 1, 1, 1, 1, 1 } }, scale: 5);
        using var page = DrawnPage.Lines(1200, 1600);
        using var moved = page.Conv(row).Cast(Enums.BandFormat.Uchar);

        var (inspection, _) = await PageInspector.InspectAsync(moved, default);

        Assert.InRange(inspection.EdgeSharpness!.Value, 0.15, 0.25);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(15)]
    public async Task Noise_IsTheGrainOnThePaper(double sigma)
    {
        using var grain = Image.Gaussnoise(1200, 1600, mean: 0, sigma: sigma, seed: 2);
        using var page = (DrawnPage.Lines(1200, 1600).Gaussblur(0.7) - 40 + grain).Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Bw);

        var (inspection, _) = await PageInspector.InspectAsync(page, default);

        Assert.InRange(inspection.Noise!.Value, sigma * 0.8, sigma * 1.25);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.4)]
    public async Task LightFallOff_IsWhatTheLampLoses(double loss)
    {
        using var page = (DrawnPage.Lines(1200, 1600) * (1 - Image.Xyz(1200, 1600).ExtractBand(1) * (loss / 1600)))
            .Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Bw);

        var (inspection, _) = await PageInspector.InspectAsync(page, default);

        Assert.InRange(inspection.LightFallOff!.Value, loss - 0.05, loss + 0.02);
    }

    [Theory]
    [InlineData("paper", true)]
    [InlineData("stains", true)]
    [InlineData("bleed-through", true)]
    [InlineData("foxing", true)]
    [InlineData("dark edge", true)]
    [InlineData("lines", false)]
    [InlineData("columns", false)]
    [InlineData("one line", false)]
    [InlineData("faded lines", false)]
    [InlineData("dark paper", false)]
    public async Task IsBlank_IsTrue_OnlyWithoutInk(string kind, bool isBlank)
    {
        using var page = Page(kind);

        var (inspection, _) = await PageInspector.InspectAsync(page, default);

        Assert.True(isBlank == inspection.IsBlank, $"{kind}: ink {inspection.InkShare}");
    }

    [Theory]
    [InlineData(189.9, 0)]
    [InlineData(190, 1)]
    [InlineData(250, 2)]
    [InlineData(300, 3)]
    [InlineData(400, 4)]
    public void ByResolution_FollowsTheGuideline(double ppi, int stars)
    {
        Assert.Equal(stars, FadgiStars.ByResolution(ppi));
    }

    [Fact]
    public async Task FadgiStarsByResolution_IsNull_WhenThePpiIsUnknown()
    {
        using var page = Image.Black(100, 100).Copy(interpretation: Enums.Interpretation.Bw);

        var (inspection, _) = await PageInspector.InspectAsync(page, default);

        Assert.Null(inspection.FadgiStarsByResolution);
    }

    [Fact]
    public async Task InspectAsync_IsCancelled_WhenTheTokenIs()
    {
        using var page = DrawnPage.Blank(100, 100);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => PageInspector.InspectAsync(page, new CancellationToken(canceled: true)));
    }

    // Paper with the grain and noise of a scan, then what lies on it.
    private static Image Page(string kind)
    {
        using var drawn = kind switch
        {
            "lines" => DrawnPage.Lines(1500, 2000),
            "columns" => DrawnPage.Columns(1500, 2000),
            "one line" => DrawnPage.Draw(DrawnPage.Blank(1500, 2000), canvas => Dashes(canvas, 40)),
            "faded lines" => Mixed(DrawnPage.Lines(1500, 2000), 0.3),
            "dark paper" => Mixed(DrawnPage.Lines(1500, 2000), 1).Linear([0.5], [0]).Cast(Enums.BandFormat.Uchar),
            "bleed-through" => Mixed(DrawnPage.Lines(1500, 2000).Flip(Enums.Direction.Horizontal).Gaussblur(3), 0.2),
            "stains" => DrawnPage.Draw(DrawnPage.Blank(1500, 2000), Stains).Gaussblur(6),
            "foxing" => DrawnPage.Draw(DrawnPage.Blank(1500, 2000), Foxing),
            "dark edge" => DrawnPage.Draw(DrawnPage.Blank(1500, 2000), canvas =>
                canvas.DrawRect([10], 0, 0, 25, 2000, fill: true)),
            _ => DrawnPage.Blank(1500, 2000),
        };
        using var grain = Image.Gaussnoise(1500, 2000, mean: 0, sigma: 4, seed: 7);
        return (drawn + grain).Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Bw);
    }

    private static Image Mixed(Image page, double contrast) =>
        (page * contrast + DrawnPage.Paper * (1 - contrast)).Cast(Enums.BandFormat.Uchar);

    private static void Dashes(MutableImage canvas, int count)
    {
        for (var i = 0; i < count; i++)
        {
            canvas.DrawRect([DrawnPage.Ink], 300 + i * 20, 900, 6, 24, fill: true);
        }
    }

    private static void Stains(MutableImage canvas)
    {
        canvas.DrawCircle([120], 500, 700, 260, fill: true);
        canvas.DrawCircle([150], 1000, 1500, 180, fill: true);
    }

    // Some lone specks of a pixel or two.
    private static void Foxing(MutableImage canvas)
    {
        var random = new Random(5);
        for (var i = 0; i < 120; i++)
        {
            canvas.DrawRect([110], random.Next(1500), random.Next(2000), 2, 1, fill: true);
        }
    }
}
