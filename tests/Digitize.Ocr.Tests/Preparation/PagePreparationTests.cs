using Digitize.Ocr.Preparation;

namespace Digitize.Ocr.Tests.Preparation;

public sealed class PagePreparationTests
{
    private static readonly Func<GreyPage, GreyPage>[] All =
        [PaperBackground.Removed, page => BleedThrough.Removed(page), BrokenType.Joined, BrokenType.JoinedSoftly, Sharpening.Of];

    [Fact]
    public void PaperBackground_MakesPaperWhiteAndKeepsInk_WhenHalfThePageIsStained()
    {
        var page = DrawnPages.Plain(400, 200, 220).With(200, 0, 200, 200, 140)
            .With(60, 80, 6, 30, 22).With(320, 80, 6, 30, 14);

        var even = PaperBackground.Removed(page);

        Assert.InRange(even.At(100, 30), 250, 255);
        Assert.InRange(even.At(360, 30), 250, 255);
        Assert.InRange(even.At(63, 95), 15, 35);
        Assert.InRange(even.At(323, 95), 15, 35);
    }

    [Fact]
    public void BleedThrough_GoesAndInkStays()
    {
        var page = Strokes(DrawnPages.Plain(600, 100), ink: 30, verso: 150);

        var left = BleedThrough.Removed(page);

        Assert.Equal(30, left.At(22, 50));
        Assert.Equal(255, left.At(42, 50));
    }

    [Fact]
    public void BleedThrough_KeepsTheSoftEdgesOfInk()
    {
        // Grey beside black is the edge of a letter; the same grey alone is the other side's.
        var page = Strokes(DrawnPages.Plain(600, 100), ink: 30, verso: 150).With(25, 20, 1, 60, 150);

        var left = BleedThrough.Removed(page);

        Assert.Equal(150, left.At(25, 50));
    }

    [Fact]
    public void BleedThrough_ChangesNothingBlack_WhenAllStrokesAreEquallyFaint()
    {
        var page = Strokes(DrawnPages.Plain(600, 100), ink: 150, verso: 150);

        var left = BleedThrough.Removed(page);

        Assert.Equal(page.Pixels, left.Pixels);
    }

    [Fact]
    public void BrokenType_FillsNarrowGapsAndLeavesWideOnes()
    {
        var page = DrawnPages.Plain(60, 60).With(20, 10, 6, 18, 30).With(20, 30, 6, 18, 30);

        var joined = BrokenType.Joined(page);

        Assert.Equal(30, joined.At(22, 29));
        Assert.Equal(255, joined.At(40, 29));
        Assert.Equal(255, joined.At(22, 5));
    }

    [Fact]
    public void Sharpening_MakesASoftStrokeDarkerAndKeepsPaperWhite()
    {
        var page = DrawnPages.Plain(80, 80).With(36, 0, 8, 80, 200).With(38, 0, 4, 80, 140);

        var sharp = Sharpening.Of(page);

        Assert.True(sharp.At(40, 40) < 60, $"{sharp.At(40, 40)}");
        Assert.Equal(255, sharp.At(5, 40));
    }

    [Theory]
    [InlineData(1, 1, 255)]
    [InlineData(1, 1, 0)]
    [InlineData(3, 200, 0)]
    [InlineData(200, 3, 128)]
    [InlineData(300, 200, 255)]
    [InlineData(300, 200, 0)]
    public void Preparations_KeepTheSizeAndFindNothing_WhenPageHoldsNothing(int width, int height, byte grey)
    {
        foreach (var prepare in All)
        {
            var prepared = prepare(DrawnPages.Plain(width, height, grey));

            Assert.Equal((width, height), (prepared.Width, prepared.Height));
            Assert.Single(prepared.Pixels.Distinct());
        }
    }

    [Theory]
    [InlineData(72)]
    [InlineData(300)]
    [InlineData(1200)]
    [InlineData(null)]
    public void Preparations_LeaveTheirPageAsItWas_WhateverItsResolution(int? ppi)
    {
        var page = Strokes(DrawnPages.Plain(600, 100), ink: 30, verso: 150) with { Ppi = ppi };
        var before = page.Pixels.ToArray();

        foreach (var prepare in All)
        {
            prepare(page);

            Assert.Equal(before, page.Pixels);
        }
    }

    /// <summary>Upright strokes in turn of this side and of the other.</summary>
    private static GreyPage Strokes(GreyPage page, byte ink, byte verso)
    {
        for (var x = 20; x + 20 < page.Width; x += 40)
        {
            page.With(x, 20, 5, 60, ink).With(x + 20, 20, 5, 60, verso);
        }

        return page;
    }
}
