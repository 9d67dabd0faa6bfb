using System.Diagnostics;
using Digitize.Imaging.Deskew;
using Digitize.Imaging.Tests.Drawing;
using NetVips;
using Xunit.Abstractions;

namespace Digitize.Imaging.Tests;

public sealed class SkewEstimatorTests(ITestOutputHelper output)
{
    private static readonly double[] Angles = [-14, -7.3, -2.15, -0.3, -0.07, 0, 0.42, 1.26, 8.8, 14.2];

    [Theory]
    [InlineData("lines")]
    [InlineData("columns")]
    [InlineData("unframed columns")]
    public void Estimate_IsWithinATenthOfADegree_WhenTheTruthIsKnown(string kind)
    {
        var errors = new List<double>();

        foreach (var angle in Angles)
        {
            using var page = Page(kind, seed: errors.Count).Turned(-angle);
            var estimate = SkewEstimator.Estimate(page);
            errors.Add(Math.Abs(estimate.Degrees - angle));
            output.WriteLine($"{kind} {angle,6:0.00}: {estimate.Degrees,7:0.000}, confidence {estimate.Confidence:0.00}");
            Assert.True(estimate.IsReliable, $"{kind} at {angle}: {estimate}");
        }

        output.WriteLine($"{kind}: mean {errors.Average():0.0000}, worst {errors.Max():0.0000} of {errors.Count} angles");
        Assert.True(errors.Average() < 0.03, $"mean error {errors.Average()}");
        Assert.True(errors.Max() < 0.1, $"worst error {errors.Max()}");
    }

    [Fact]
    public void Estimate_IsPositive_WhenLinesRiseToTheRight()
    {
        using var page = DrawnPage.Draw(DrawnPage.Blank(1000, 1000), canvas =>
        {
            for (var y = 200; y < 900; y += 60)
            {
                canvas.DrawLine([DrawnPage.Ink], 100, y, 900, y - 28);
            }
        });

        var estimate = SkewEstimator.Estimate(page);

        Assert.Equal(2.0, estimate.Degrees, 1);
    }

    [Theory]
    [InlineData(Enums.Angle.D90)]
    [InlineData(Enums.Angle.D180)]
    [InlineData(Enums.Angle.D270)]
    public void Estimate_IsTheSame_WhenThePageLiesOnItsSideOrHead(Enums.Angle quarterTurns)
    {
        using var page = DrawnPage.Lines(1200, 1600, seed: 4).Turned(-3.3).Rot(quarterTurns);

        var estimate = SkewEstimator.Estimate(page);

        Assert.Equal(3.3, estimate.Degrees, 1);
    }

    [Fact]
    public void Estimate_FollowsTheText_WhenAFrameLiesAskewToIt()
    {
        using var page = DrawnPage.Lines(1200, 1600, seed: 5).Turned(-2);
        using var framed = DrawnPage.Draw(page, canvas =>
        {
            for (var x = 100; x <= page.Width - 100; x += page.Width - 200)
            {
                canvas.DrawLine([DrawnPage.Ink], x, 60, x, page.Height - 60);
            }

            canvas.DrawLine([DrawnPage.Ink], 100, 60, page.Width - 100, 60);
            canvas.DrawLine([DrawnPage.Ink], 100, page.Height - 60, page.Width - 100, page.Height - 60);
        });

        var estimate = SkewEstimator.Estimate(framed);

        Assert.Equal(2.0, estimate.Degrees, 1);
    }

    [Theory]
    [InlineData(-12.5)]
    [InlineData(6.2)]
    public void Estimate_IsNotMisledByTheSteepSidesOfRules_WhenColumnsAreRuledButNotFramed(double angle)
    {
        using var columns = DrawnPage.Columns(1200, 1600, seed: 2, framed: false);
        using var ruled = DrawnPage.Draw(columns, canvas =>
        {
            for (var x = 110; x < 1150; x += 112)
            {
                canvas.DrawRect([DrawnPage.Ink], x, 130, 4, 1340, fill: true);
            }
        });
        using var page = ruled.Turned(-angle);

        var estimate = SkewEstimator.Estimate(page);

        Assert.InRange(estimate.Degrees, angle - 0.03, angle + 0.03);
    }

    [Theory]
    [InlineData(14.95)]
    [InlineData(-14.95)]
    public void Estimate_IsReliable_WhenThePageLiesAlmostAsFarAsIsLookedFor(double angle)
    {
        using var page = DrawnPage.Lines(1200, 1600, seed: 7).Turned(-angle);

        var estimate = SkewEstimator.Estimate(page);

        Assert.True(estimate.IsReliable, estimate.ToString());
        Assert.InRange(estimate.Degrees, angle - 0.05, angle + 0.05);
    }

    [Theory]
    [InlineData("lines")]
    [InlineData("columns")]
    [InlineData("unframed columns")]
    public void Estimate_StaysStraight_WhenCornersAreBlackAndThePageIsStraight(string kind)
    {
        using var straight = Page(kind, seed: 3);
        using var there = straight.Rotate(5, background: [0]);
        using var back = there.Rotate(-5, background: [0]);

        Assert.InRange(SkewEstimator.Estimate(straight).Degrees, -0.05, 0.05);
        Assert.InRange(SkewEstimator.Estimate(back).Degrees, -0.05, 0.05);
    }

    [Fact]
    public void Estimate_IsNotReliable_WhenThePageIsNoise()
    {
        using var noise = Image.Gaussnoise(1500, 2000, mean: 150, sigma: 60, seed: 3).Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Bw);

        var estimate = SkewEstimator.Estimate(noise);

        output.WriteLine(estimate.ToString());
        Assert.False(estimate.IsReliable, estimate.ToString());
        Assert.Equal(0, estimate.DegreesToTurn);
    }

    [Fact]
    public void Estimate_HasNoConfidence_WhenThePageIsBlank()
    {
        using var blank = DrawnPage.Blank(1500, 2000);

        var estimate = SkewEstimator.Estimate(blank);

        Assert.Equal(default, estimate);
    }

    [Fact]
    public void Estimate_FollowsTheText_WhenTheScannerBedIsBlackAroundThePage()
    {
        using var page = DrawnPage.Lines(1600, 2200).Turned(-1.7);
        using var scan = page.Embed(150, 120, 1900, 2440, background: [8], extend: Enums.Extend.Background);

        var estimate = SkewEstimator.Estimate(scan);

        Assert.Equal(1.7, estimate.Degrees, 1);
    }

    [Fact]
    public void Estimate_TakesTensOfMilliseconds_WhenThePageHasTwelveMegapixels()
    {
        using var page = DrawnPage.Lines(3000, 4000).Turned(-1.2).CopyMemory();
        SkewEstimator.Estimate(page);

        var watch = Stopwatch.StartNew();
        SkewEstimator.Estimate(page);

        output.WriteLine($"{watch.ElapsedMilliseconds} ms");
        Assert.True(watch.ElapsedMilliseconds < 1000, $"{watch.ElapsedMilliseconds} ms");
    }

    private static Image Page(string kind, int seed) => kind switch
    {
        "lines" => DrawnPage.Lines(1200, 1600, seed),
        "columns" => DrawnPage.Columns(1200, 1600, seed),
        _ => DrawnPage.Columns(1200, 1600, seed, framed: false),
    };
}
