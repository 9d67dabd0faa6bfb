namespace Digitize.Imaging.Crop;

/// <summary>
/// The fold of a bound book near the left or right edge of an image: beyond it shows the edge of the neighbouring
/// page. A dark valley from top to bottom, with paper on both sides.
/// </summary>
/// <param name="Left">The page begins here; 0 when no fold was seen on this side.</param>
/// <param name="Right">The page ends here; the image's width when none was seen.</param>
internal readonly record struct NeighbourFold(int Left, int Right)
{
    // Shares of the width: how far from the edge it is looked for, and what is looked at as the paper beside it.
    private const double Reach = 0.11;
    private const double Beside = 0.05;

    private const double LeastDepth = 0.25;
    private const int Bands = 24;

    public bool IsBeyond(int x) => x < Left || x >= Right;

    public static NeighbourFold Find(GreyRaster grey, PaperMask mask)
    {
        var reach = (int)(Reach * grey.Width);
        var left = Outermost(grey, Enumerable.Range(2, Math.Max(0, reach)), mask, outward: -1);
        var right = Outermost(grey, Enumerable.Range(2, Math.Max(0, reach)).Select(x => grey.Width - 1 - x), mask, outward: 1);
        return new(left is { } l ? Math.Max(0, l) : 0, right is { } r ? Math.Min(grey.Width, r + 1) : grey.Width);
    }

    /// <summary>The fold's column, or one further out where it slants; null when none is in all bands.</summary>
    private static int? Outermost(GreyRaster grey, IEnumerable<int> columns, PaperMask mask, int outward)
    {
        var beside = Math.Max(4, (int)(Beside * grey.Width));
        var candidates = columns.Where(x => x > 0 && x < grey.Width - 1).ToArray();
        if (candidates.Length < 4)
        {
            return null;
        }

        var deepest = new List<int>();
        for (var band = 0; band < Bands; band++)
        {
            var (from, to) = (band * grey.Height / Bands, (band + 1) * grey.Height / Bands);
            if (Enumerable.Range(from, to - from).Count(y => mask.IsBed(candidates[^1], y)) > (to - from) / 2)
            {
                continue;
            }

            var tones = candidates.Select(x => Tone(grey, x, from, to)).ToArray();
            var inner = Enumerable.Range(1, beside).Max(d => Tone(grey, candidates[^1] - outward * d, from, to));
            var at = Array.IndexOf(tones, tones.Min());
            var outer = tones[..at].DefaultIfEmpty(0).Max();
            if (tones[at] > (1 - LeastDepth) * Math.Min(inner, outer))
            {
                return null;
            }

            deepest.Add(candidates[at]);
        }

        // One line, not the darkest stroke of each band's text.
        return deepest.Count < Bands / 2 || deepest.Max() - deepest.Min() > grey.Width / 25
            ? null
            : outward < 0 ? deepest.Min() : deepest.Max();
    }

    private static int Tone(GreyRaster grey, int x, int from, int to)
    {
        var column = new byte[to - from];
        for (var y = from; y < to; y++)
        {
            column[y - from] = grey.Pixels[y * grey.Width + Math.Clamp(x, 0, grey.Width - 1)];
        }

        Array.Sort(column);
        return column[(int)(0.75 * (column.Length - 1))];
    }
}
