using Digitize.Core.Text;

namespace Digitize.Ocr.Columns;

/// <summary>
/// One segment's pixels as the reader wants them: upright, grey, and of its paper's colour wherever a rule, a neighbour, a
/// circle or a speck stands on the page. Knows where its pixels lie on the page.
/// </summary>
internal sealed class ColumnPicture
{
    /// <summary>Paper kept around the ink, in pixels of <see cref="PageInk"/>.</summary>
    private const int Margin = 2;

    private readonly LayoutFinder _found;
    private readonly Box _upright;

    private ColumnPicture(LayoutFinder found, Box upright, OcrImage image) => (_found, _upright, Image) = (found, upright, image);

    internal OcrImage Image { get; }

    internal Box Whole => new(0, 0, Image.Width, Image.Height);

    internal static ColumnPicture Of(OcrImage page, LayoutFinder found, ColumnSegment segment)
    {
        var scale = found.Scale;
        var part = new Box(
            segment.Upright.X - Margin, segment.Upright.Y - Margin,
            segment.Upright.Width + (2 * Margin), segment.Upright.Height + (2 * Margin));
        var (width, height) = (part.Width * scale, part.Height * scale);
        var (grey, kept) = (new byte[width * height], new bool[width * height]);
        var counts = new int[256];
        for (var y = 0; y < height; y++)
        {
            var row = part.Y + (y / scale);
            var shift = found.Shift(row) * scale;
            for (var x = 0; x < width; x++)
            {
                var (pageX, pageY) = ((part.X * scale) + x + shift, (part.Y * scale) + y);
                var at = (y * width) + x;
                if (pageX >= 0 && pageY >= 0 && pageX < page.Width && pageY < page.Height &&
                    found.Shows(part.X + (x / scale), row, segment.Band))
                {
                    (grey[at], kept[at]) = (page.Grey(pageX, pageY), true);
                    counts[grey[at]]++;
                }
            }
        }

        var paper = Paper(counts);
        for (var at = 0; at < grey.Length; at++)
        {
            grey[at] = kept[at] ? grey[at] : paper;
        }

        return new ColumnPicture(found, part, new OcrImage(width, height, 1, width, page.Ppi, grey));
    }

    /// <summary>A glyph's box of this picture as a box of the page.</summary>
    internal Box OnPage(Box box, OcrImage page)
    {
        var scale = _found.Scale;
        var shift = _found.Shift(_upright.Y + ((box.Y + (box.Height / 2)) / scale)) * scale;
        return new Box((_upright.X * scale) + box.X + shift, (_upright.Y * scale) + box.Y, box.Width, box.Height)
            .ClampTo(page.Width, page.Height);
    }

    /// <summary>The grey that four fifths are not brighter than; white when nothing was kept.</summary>
    private static byte Paper(int[] counts)
    {
        var (wanted, seen, at) = (counts.Sum(count => (long)count) * 4 / 5, 0L, 0);
        while (at < 255 && (seen += counts[at]) <= wanted)
        {
            at++;
        }

        return (byte)at;
    }
}
