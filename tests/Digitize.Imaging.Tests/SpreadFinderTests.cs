using Digitize.Imaging.Split;
using Digitize.Imaging.Tests.Drawing;
using NetVips;

namespace Digitize.Imaging.Tests;

public sealed class SpreadFinderTests
{
    [Theory]
    [InlineData(800, 0)]
    [InlineData(620, 0)]
    [InlineData(1000, 0)]
    [InlineData(790, 30)]
    [InlineData(820, -24)]
    public void Find_FindsTheFoldWhereItIs(int foldX, int slant)
    {
        using var spread = DrawnSpread.Fold(foldX, slant);

        var found = SpreadFinder.Find(spread);

        Assert.True(found is { Kind: SpreadKind.Fold, IsReliable: true }, $"{found}");
        Assert.Equal(foldX - slant / 2.0, found.GutterTop, 16.0);
        Assert.Equal(foldX + slant / 2.0, found.GutterBottom, 16.0);
        Assert.True(found.Left!.Width >= foldX - 10 && found.Right!.Left <= foldX + 10, $"{found}");
    }

    [Fact]
    public void Find_FindsTheFold_WhenTheBookLiesCrookedOnABlackBed()
    {
        using var spread = DrawnSpread.Fold(760);
        using var laid = spread.Rotate(1.8, background: [20]);
        using var scan = laid.Embed(40, 40, laid.Width + 80, laid.Height + 80, extend: Enums.Extend.Background, background: [20]);

        var found = SpreadFinder.Find(scan);

        Assert.True(found is { Kind: SpreadKind.Fold, IsReliable: true }, $"{found}");
        Assert.Equal(scan.Width / 2.0 - 40, (found.GutterTop + found.GutterBottom) / 2, 20.0);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(60, false)]
    [InlineData(100, true)]
    public void Find_CutsAnUnfoldedLeafBesideItsStrip(int strip, bool fishtail)
    {
        using var leaf = DrawnSpread.Leaf(strip, fishtail);

        var found = SpreadFinder.Find(leaf);

        Assert.True(found is { Kind: SpreadKind.Leaf, IsReliable: true }, $"{found}");
        Assert.Equal(DrawnSpread.Width / 2.0 - strip / 2.0, found.GutterTop, 14.0);
        Assert.True(found.Right!.Left <= found.Strip!.Left && found.Strip.Left + found.Strip.Width > DrawnSpread.Width / 2, $"{found}");
    }

    [Fact]
    public void Find_LeavesALeafWhole_WhenItsMiddleColumnIsLikeTheOthers()
    {
        using var frame = DrawnSpread.Leaf(100, fishtail: false);

        Assert.False(SpreadFinder.Find(frame).IsReliable);
    }

    public static TheoryData<string> SinglePages => ["lines", "columns", "two columns", "two ruled columns", "folded", "blank"];

    [Theory]
    [MemberData(nameof(SinglePages))]
    public void Find_LeavesOnePageWhole(string which)
    {
        using var page = which switch
        {
            "lines" => DrawnPage.Lines(1500, 1100),
            "columns" => DrawnPage.Columns(1500, 1100),
            "two columns" => DrawnSpread.TwoColumns(ruled: false),
            "two ruled columns" => DrawnSpread.TwoColumns(ruled: true),
            "folded" => DrawnSpread.FoldedSheet(),
            _ => DrawnPage.Blank(1500, 1100),
        };

        var found = SpreadFinder.Find(page);

        Assert.False(found.IsReliable, $"{found}");
    }

    [Fact]
    public void Find_LeavesAPageWhole_WhenItIsHigherThanWide()
    {
        using var page = DrawnPage.Lines(1100, 1500);

        Assert.Equal(SpreadEstimate.SinglePage, SpreadFinder.Find(page));
    }
}
