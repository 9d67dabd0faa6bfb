using Digitize.Core.Text;

namespace Digitize.Ocr.HanNom;

/// <summary>The ink of one column, 0 for paper and 1 for ink, cut down to where there is any.</summary>
internal sealed class ColumnInk
{
    /// <summary>What is darker than this between paper and ink counts as inked.</summary>
    private const float Inked = 0.5f;

    private readonly float[] _ink;

    private ColumnInk(Box place, float[] ink) => (Place, _ink) = (place, ink);

    /// <summary>Where it lies on the page, in the page's pixels.</summary>
    internal Box Place { get; }

    /// <summary>Levels a part of a page by its own quantiles; null when it holds next to nothing.</summary>
    internal static ColumnInk? Of(OcrImage page, Box part)
    {
        var (paper, ink) = (Quantile(page, part, 0.85), Quantile(page, part, 0.02));
        var span = (float)Math.Max(paper - ink, 1.0);
        var levelled = new float[part.Width * part.Height];
        var (left, top, right, bottom) = (part.Width, part.Height, -1, -1);
        for (var y = 0; y < part.Height; y++)
        {
            for (var x = 0; x < part.Width; x++)
            {
                var value = Math.Clamp(((float)paper - page.Grey(part.X + x, part.Y + y)) / span, 0, 1);
                levelled[(y * part.Width) + x] = value;
                if (value > Inked)
                {
                    (left, top) = (Math.Min(left, x), Math.Min(top, y));
                    (right, bottom) = (Math.Max(right, x), Math.Max(bottom, y));
                }
            }
        }

        var (width, height) = (right - left + 1, bottom - top + 1);
        if (width < 4 || height < 4)
        {
            return null;
        }

        var kept = new float[width * height];
        for (var y = 0; y < height; y++)
        {
            levelled.AsSpan(((top + y) * part.Width) + left, width).CopyTo(kept.AsSpan(y * width));
        }

        return new ColumnInk(new Box(part.X + left, part.Y + top, width, height), kept);
    }

    /// <summary>
    /// Rows <paramref name="top"/> to <paramref name="bottom"/> at another size, by a triangle filter that is as wide
    /// as the picture shrinks (what Pillow calls bilinear with a box; the networks were trained on that).
    /// </summary>
    internal void Resample(double top, double bottom, int width, int height, Span<float> target)
    {
        var columns = TriangleFilter.Over(Place.Width, 0, Place.Width, width);
        var rows = TriangleFilter.Over(Place.Height, top, bottom, height);
        var (first, last) = (rows[0].First, rows[^1].First + rows[^1].Weights.Length);
        var narrow = new float[(last - first) * width];
        for (var y = first; y < last; y++)
        {
            for (var x = 0; x < width; x++)
            {
                narrow[((y - first) * width) + x] = columns[x].Sum(_ink, y * Place.Width, 1);
            }
        }

        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                target[(y * width) + x] = rows[y].Sum(narrow, x - (first * width), width);
            }
        }
    }

    /// <summary>Between the two nearest values, as numpy does it.</summary>
    private static double Quantile(OcrImage page, Box part, double share)
    {
        var counts = new int[256];
        for (var y = part.Y; y < part.Bottom; y++)
        {
            for (var x = part.X; x < part.Right; x++)
            {
                counts[page.Grey(x, y)]++;
            }
        }

        var place = share * (((double)part.Width * part.Height) - 1);
        var (lower, upper) = (ValueAt(counts, Math.Floor(place)), ValueAt(counts, Math.Ceiling(place)));
        return lower + ((upper - lower) * (place - Math.Floor(place)));
    }

    private static int ValueAt(int[] counts, double place)
    {
        var value = -1;
        for (double seen = 0; seen <= place;)
        {
            seen += counts[++value];
        }

        return value;
    }
}
