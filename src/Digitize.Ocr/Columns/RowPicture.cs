using Digitize.Core.Text;

namespace Digitize.Ocr.Columns;

/// <summary>
/// A row of characters set one below the other, so that the reader of columns can read it; knows where each stands on the page.
/// </summary>
internal sealed class RowPicture
{
    private readonly List<Box> _cells;
    private readonly int _side;

    private RowPicture(OcrImage image, List<Box> cells, int side) =>
        (Image, _cells, _side) = (image, cells, side);

    internal OcrImage Image { get; }

    internal Box Whole => new(0, 0, Image.Width, Image.Height);

    /// <summary>Each row of the page, from the top; characters from left to right.</summary>
    internal static IEnumerable<RowPicture> Of(OcrImage page)
    {
        var ink = PageInk.Of(page);
        foreach (var (top, bottom) in Rows(ink))
        {
            var profile = new int[ink.Width];
            for (var y = top; y < bottom; y++)
            {
                var row = ink.Row(y);
                for (var x = 0; x < row.Length; x++)
                {
                    profile[x] += row[x] ? 1 : 0;
                }
            }

            var cells = PlaceFinder.Find(profile, [], (bottom - top) * 1.08)
                .Select(place => Math.Max(0, place.Left)..Math.Min(ink.Width, place.Right))
                .Where(range => range.Start.Value < range.End.Value && profile[range].Any(count => count > 0))
                .Select(range => new Box(
                    range.Start.Value * ink.Scale, top * ink.Scale,
                    (range.End.Value - range.Start.Value) * ink.Scale, (bottom - top) * ink.Scale).ClampTo(page.Width, page.Height))
                .OrderBy(cell => cell.X)
                .ToList();
            if (cells.Count > 0)
            {
                yield return Stacked(page, cells);
            }
        }
    }

    /// <summary>A glyph's box of this picture as a box of the page.</summary>
    internal Box OnPage(Box box) => _cells[Math.Clamp((box.Y + (box.Height / 2)) / _side, 0, _cells.Count - 1)];

    private static RowPicture Stacked(OcrImage page, List<Box> cells)
    {
        var (width, side) = (cells.Max(cell => cell.Width), cells.Max(cell => cell.Height));
        var gap = side / 10;
        var grey = new byte[width * cells.Count * (side + gap)];
        Array.Fill(grey, Paper(page, cells));
        for (var i = 0; i < cells.Count; i++)
        {
            var left = (width - cells[i].Width) / 2;
            for (var y = 0; y < cells[i].Height; y++)
            {
                for (var x = 0; x < cells[i].Width; x++)
                {
                    grey[(((i * (side + gap)) + (gap / 2) + y) * width) + left + x] = page.Grey(cells[i].X + x, cells[i].Y + y);
                }
            }
        }

        return new RowPicture(
            new OcrImage(width, cells.Count * (side + gap), 1, width, page.Ppi, grey), cells, side + gap);
    }

    private static byte Paper(OcrImage page, List<Box> cells)
    {
        var values = cells.Select(cell => page.Grey(cell.X, cell.Y)).Order().ToList();
        return values[values.Count * 3 / 4];
    }

    private static IEnumerable<(int Top, int Bottom)> Rows(PageInk ink)
    {
        var counts = Enumerable.Range(0, ink.Height).Select(y => ink.Row(y).Count(true)).ToList();
        var least = Math.Max(1, ink.Width / 300);
        for (int y = 0, start = 0; y <= counts.Count; y++)
        {
            if (y < counts.Count && counts[y] >= least)
            {
                continue;
            }

            if (y - start >= 8)
            {
                yield return (start, y);
            }

            start = y + 1;
        }
    }
}
