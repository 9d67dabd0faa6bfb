using Digitize.Imaging.Deskew;

namespace Digitize.Imaging.Tests;

public sealed class LineAngleTests
{
    [Fact]
    public void Better_IsTheSharpOne_WhenTheClearerIsBluntAndInDoubt()
    {
        var blunt = new LineAngle(0.3, 0.98, 0.07, DoubtDegrees: 0.3, HalfWidthDegrees: 0.45);
        var sharp = new LineAngle(0.02, 0.87, 0.07, DoubtDegrees: 0.07, HalfWidthDegrees: 0.2);

        Assert.Equal(sharp, LineAngle.Better(blunt, sharp));
        Assert.Equal(sharp, LineAngle.Better(sharp, blunt));
    }

    [Fact]
    public void Better_IsTheClearerOne_WhenProfileAndFittedLinesAgree()
    {
        var sure = new LineAngle(0.01, 0.98, 0.02, DoubtDegrees: 0.02, HalfWidthDegrees: 0.45);
        var sharp = new LineAngle(-0.11, 0.87, 0.07, DoubtDegrees: 0.07, HalfWidthDegrees: 0.2);

        Assert.Equal(sure, LineAngle.Better(sharp, sure));
    }

    [Fact]
    public void LineLean_IsWithinThreeErrors_WhenCharactersStrayFromTheirColumns()
    {
        const double Truth = 3.1;
        const int Size = 50;
        var (ends, chance) = (new List<StrokeEnd>(), new Random(11));
        for (var line = -5; line <= 5; line++)
        {
            for (var character = -10; character <= 10; character++)
            {
                var stray = (chance.NextDouble() - 0.5) * 0.2 * Size;
                for (var stroke = 0; stroke < 20; stroke++)
                {
                    var along = character * Size + chance.Next(Size);
                    var across = line * 2 * Size + stray + chance.Next(Size) - along * Math.Tan(Truth * Math.PI / 180);
                    ends.Add(new(along, (float)across));
                }
            }
        }

        var lean = LineLean.Of(ends, Truth + 0.4, Size);

        Assert.InRange(lean.ErrorDegrees, 0.001, 0.15);
        Assert.InRange(lean.Degrees, Truth - 3 * lean.ErrorDegrees, Truth + 3 * lean.ErrorDegrees);
    }

    [Fact]
    public void LineLean_IsUnknown_WhenThereAreTooFewLines()
    {
        var ends = Enumerable.Range(0, 400).Select(i => new StrokeEnd(i, i % 30)).ToList();

        Assert.True(double.IsInfinity(LineLean.Of(ends, 0, 30).ErrorDegrees));
    }
}
