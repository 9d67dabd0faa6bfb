using Digitize.Core.Text;
using Digitize.Ocr.Layout;

namespace Digitize.Ocr.Tests;

public sealed class ColumnFinderTests
{
    [Fact]
    public void Find_GivesColumnsFromTheRight_WhenPageHasFrameAndRules()
    {
        var columns = ColumnFinder.Find(Pages.Columns);

        Assert.Equal(4, columns.Count);
        Assert.Equal(columns.OrderByDescending(column => column.X), columns);
        // Characters 34 wide, 7 of them 41 apart: neither frame nor rule is left in the boxes.
        Assert.All(columns, column => Assert.InRange(column.Width, 30, 44));
        Assert.All(columns, column => Assert.InRange(column.Height, 260, 300));
    }

    [Fact]
    public void Find_FindsNothing_WhenPaperHasOnlyGrain()
    {
        var grain = new byte[200 * 300];
        new Random(1).NextBytes(grain);
        var page = new OcrImage(200, 300, 1, 200, 300, Array.ConvertAll(grain, value => (byte)(230 + (value % 16))));

        Assert.Empty(ColumnFinder.Find(page));
    }

    [Fact]
    public void Find_FindsNothing_WhenPageIsOnlyAFrame()
    {
        var pixels = Enumerable.Range(0, 300 * 400)
            .Select(i => (X: i % 300, Y: i / 300))
            .Select(at => Math.Max(Math.Abs(at.X - 150) - 125, Math.Abs(at.Y - 200) - 175))
            .Select(beyond => beyond is >= 0 and < 5 ? (byte)20 : (byte)240)
            .ToArray();

        Assert.Empty(ColumnFinder.Find(new OcrImage(300, 400, 1, 300, null, pixels)));
    }

    [Fact]
    public void Column_KeepsPixelsInPlace_WithAMarginOfPaper()
    {
        var column = new Box(199, 25, 34, 282);

        var area = PageArea.Column(Pages.Columns, column);

        Assert.Equal(column, area.Bounds);
        Assert.Equal(Pages.Columns.Grey(215, 60), area.Image.Grey(215 - area.X, 60 - area.Y));
        Assert.Equal(245, area.Image.Grey(0, 0));
        Assert.True(area.Image.Width > column.Width && area.Image.Height > column.Height);
    }
}
