using Digitize.Core.Text;
using Digitize.Ocr.Columns;
using Digitize.Ocr.Layout;

namespace Digitize.Ocr.Tests;

public sealed class LayoutFinderTests
{
    [Fact]
    public void Of_GivesColumnsFromTheRight_WhenPageHasFrameAndRules()
    {
        var layout = LayoutFinder.Of(Pages.Columns).Layout;

        Assert.Equal(4, layout.Places);
        Assert.All(layout.Segments, segment => Assert.Equal(SegmentKind.Main, segment.Kind));
        var columns = layout.Segments.Select(segment => segment.Box).ToList();
        Assert.Equal(4, columns.Count);
        Assert.Equal(columns.OrderByDescending(column => column.X), columns);
        // Characters 34 wide, 7 of them 41 apart: neither frame nor rule is left in the boxes.
        Assert.All(columns, column => Assert.InRange(column.Width, 28, 40));
        Assert.All(columns, column => Assert.InRange(column.Height, 260, 300));
    }

    [Fact]
    public void Of_KeepsTheOrder_WhenThePageLeans()
    {
        var page = Leaning(DrawnColumns(2, twoLanes: 1), 0.015);

        var layout = LayoutFinder.Of(page).Layout;

        Assert.InRange(layout.Lean, 0.012, 0.018);
        Assert.Equal(
            [SegmentKind.Main, SegmentKind.CommentaryRight, SegmentKind.CommentaryLeft],
            layout.Segments.Select(segment => segment.Kind));
    }

    [Fact]
    public void Of_CutsAColumnIntoTwoLanes_WhenCommentaryStandsInIt()
    {
        var layout = LayoutFinder.Of(DrawnColumns(5, twoLanes: 2)).Layout;

        Assert.Equal(5, layout.Places);
        var commentary = layout.Segments.Where(segment => segment.Place == 2).ToList();
        Assert.Equal([SegmentKind.CommentaryRight, SegmentKind.CommentaryLeft], commentary.Select(segment => segment.Kind));
        Assert.True(commentary[0].Box.X >= commentary[1].Box.Right);
        Assert.Equal(4, layout.Segments.Count(segment => segment.Kind == SegmentKind.Main));
    }

    [Fact]
    public void Of_TakesCirclesAsMarks()
    {
        var page = DrawnColumns(3, twoLanes: -1);
        var pixels = page.Pixels.ToArray();
        for (var i = 0; i < 360; i++)
        {
            var (x, y) = (181 + (6 * Math.Cos(i * Math.PI / 180)), 645 + (6 * Math.Sin(i * Math.PI / 180)));
            pixels[((int)Math.Round(y) * page.Stride) + (int)Math.Round(x)] = 20;
        }

        var layout = LayoutFinder.Of(new OcrImage(page.Width, page.Height, 1, page.Stride, 300, pixels)).Layout;

        Assert.Equal(new Box(175, 639, 13, 13), Assert.Single(layout.Marks));
        Assert.Equal(3, layout.Segments.Count);
    }

    [Fact]
    public void Of_FindsNothing_WhenPaperHasOnlyGrain()
    {
        var grain = new byte[200 * 300];
        new Random(1).NextBytes(grain);
        var page = new OcrImage(200, 300, 1, 200, 300, Array.ConvertAll(grain, value => (byte)(230 + (value % 16))));

        Assert.Empty(LayoutFinder.Of(page).Layout.Segments);
    }

    [Fact]
    public void Of_FindsNothing_WhenPageIsOnlyAFrame()
    {
        var pixels = Enumerable.Range(0, 300 * 400)
            .Select(i => (X: i % 300, Y: i / 300))
            .Select(at => Math.Max(Math.Abs(at.X - 150) - 125, Math.Abs(at.Y - 200) - 175))
            .Select(beyond => beyond is >= 0 and < 5 ? (byte)20 : (byte)240)
            .ToArray();

        Assert.Empty(LayoutFinder.Of(new OcrImage(300, 400, 1, 300, null, pixels)).Layout.Segments);
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 1, 255)]
    [InlineData(1, 3000, 0)]
    [InlineData(3000, 1, 0)]
    [InlineData(600, 800, 0)]
    [InlineData(600, 800, 255)]
    public void Of_FindsNothing_WhenThePageIsOneColour(int width, int height, int grey)
    {
        var pixels = new byte[width * height];
        Array.Fill(pixels, (byte)grey);

        Assert.Empty(LayoutFinder.Of(new OcrImage(width, height, 1, width, null, pixels)).Layout.Segments);
    }

    [Fact]
    public void Picture_HoldsTheColumnAlone_AndKnowsItsPlace()
    {
        var found = LayoutFinder.Of(Pages.Columns);
        var segment = found.Layout.Segments[1];

        var picture = ColumnPicture.Of(Pages.Columns, found, segment);

        var middle = new Box((picture.Image.Width / 2) - 2, 40, 4, 4);
        var onPage = picture.OnPage(middle, Pages.Columns);
        Assert.Equal(Pages.Columns.Grey(onPage.X + 2, onPage.Y + 2), picture.Image.Grey(middle.X + 2, middle.Y + 2));
        // Along its edges there is paper only: no rule, no neighbour.
        Assert.All(Enumerable.Range(0, picture.Image.Height), y => Assert.True(picture.Image.Grey(0, y) > 200));
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

    /// <summary>Columns 60 apart of crosses in boxes, framed and ruled; one of them in two lanes of half the size.</summary>
    private static OcrImage DrawnColumns(int count, int twoLanes)
    {
        var (width, height) = ((count * 60) + 60, 700);
        var pixels = new byte[width * height];
        Array.Fill(pixels, (byte)235);
        void Fill(int left, int top, int right, int bottom)
        {
            for (var y = top; y < bottom; y++)
            {
                pixels.AsSpan((y * width) + left, right - left).Fill(20);
            }
        }

        void Character(int left, int top, int side)
        {
            Fill(left, top, left + side, top + 3);
            Fill(left, top + side - 3, left + side, top + side);
            Fill(left, top, left + 3, top + side);
            Fill(left + side - 3, top, left + side, top + side);
            Fill(left, top + (side / 2) - 1, left + side, top + (side / 2) + 2);
            Fill(left + (side / 2) - 1, top, left + (side / 2) + 2, top + side);
        }

        for (var rule = 0; rule <= count; rule++)
        {
            Fill(30 + (rule * 60), 20, 32 + (rule * 60), 680);
        }

        Fill(30, 20, 32 + (count * 60), 23);
        Fill(30, 677, 32 + (count * 60), 680);
        for (var column = 0; column < count; column++)
        {
            var left = 30 + ((count - 1 - column) * 60);
            for (var row = 0; row < 12 && column != twoLanes; row++)
            {
                Character(left + 11, 40 + (row * 50), 40);
            }

            for (var row = 0; row < 20 && column == twoLanes; row++)
            {
                Character(left + 33, 40 + (row * 28), 22);
                Character(left + 6, 40 + (row * 28), 22);
            }
        }

        return new OcrImage(width, height, 1, width, 300, pixels);
    }

    private static OcrImage Leaning(OcrImage page, double lean)
    {
        var pixels = new byte[page.Width * page.Height];
        for (var y = 0; y < page.Height; y++)
        {
            for (var x = 0; x < page.Width; x++)
            {
                var from = x - (int)Math.Round(lean * (y - (page.Height / 2.0)));
                pixels[(y * page.Width) + x] = from >= 0 && from < page.Width ? page.Grey(from, y) : (byte)235;
            }
        }

        return new OcrImage(page.Width, page.Height, 1, page.Width, page.Ppi, pixels);
    }
}
