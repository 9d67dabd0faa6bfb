using Digitize.Core.Text;
using Digitize.Ocr.Preparation;

namespace Digitize.Ocr.Tests.Preparation;

public sealed class TypeScaleTests
{
    [Theory]
    [InlineData(8, 2.5)]
    [InlineData(10, 2)]
    [InlineData(20, 1)]
    [InlineData(40, 1)]
    [InlineData(80, 0.25)]
    public void Of_BringsSmallAndHugeTypeToTheHeightThatReadsBest(int height, double expected)
    {
        var factor = TypeScale.Of(Letters(height));

        Assert.Equal(expected, factor);
    }

    [Fact]
    public void Of_IsOne_WhenPageIsEmpty() => Assert.Equal(1, TypeScale.Of(DrawnPages.Plain(300, 200)));

    [Fact]
    public void Of_TakesNoNoticeOfRulesAndSpecks()
    {
        var page = Letters(20).With(0, 2, 1200, 3, 20);
        for (var x = 5; x < 1200; x += 9)
        {
            page.With(x, 8, 2, 2, 20);
        }

        Assert.Equal(1, TypeScale.Of(page));
    }

    [Fact]
    public void Of_StaysBelowTesseractsLargestSide_WhenPageIsLong() =>
        Assert.True(TypeScale.Of(Letters(5, width: 20000)) * 20000 <= OcrImage.MaximumSide);

    [Fact]
    public void Resized_KeepsGreysAndSize_WhenDoubledAndHalved()
    {
        var page = DrawnPages.Plain(40, 20, 200).With(10, 5, 20, 10, 40);

        var back = Resized.Of(Resized.Of(page, 2), 0.5);

        Assert.Equal((40, 20), (back.Width, back.Height));
        Assert.Equal(200, back.At(2, 2));
        Assert.Equal(40, back.At(20, 10));
    }

    [Fact]
    public void OnPage_KeepsBoxesInsideTheirParentsAndThePage()
    {
        var glyph = new Glyph("a", new Box(11, 13, 1, 1), 1, []);
        var word = new Word("a", new Box(11, 13, 89, 17), 1, [glyph]);
        var line = new TextLine("", word.Box, [new Point(11, 30), new Point(100, 30)], "vi", WritingMode.HorizontalTb, [word]);
        var region = new TextRegion("", RegionKind.Body, word.Box, WritingMode.HorizontalTb, [line]);

        var mapped = Assert.Single(new OnPage(37, 10, 2.7).Of([region]));

        var page = new Box(0, 0, 37, 10);
        Assert.Equal(page, Box.Around([page, mapped.Box]));
        Assert.Equal(mapped.Box, Box.Around([mapped.Box, mapped.Lines[0].Words[0].Glyphs[0].Box]));
        Assert.Equal(new Box(4, 4, 1, 2), mapped.Lines[0].Words[0].Glyphs[0].Box);
        Assert.Equal([new Point(4, 10), new Point(37, 10)], mapped.Lines[0].Baseline);
    }

    /// <summary>Two rows of upright strokes of a height.</summary>
    private static GreyPage Letters(int height, int width = 1200)
    {
        var page = DrawnPages.Plain(width, (height * 4) + 40);
        for (var x = 10; x + height < width; x += height + 6)
        {
            page.With(x, 15, Math.Max(2, height / 4), height, 20).With(x, 25 + (2 * height), Math.Max(2, height / 4), height, 20);
        }

        return page;
    }
}
