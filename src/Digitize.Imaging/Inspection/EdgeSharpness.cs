namespace Digitize.Imaging.Inspection;

/// <summary>
/// How steep the edges of strokes are. Along rows and along columns each run of pixels that only rises or only falls is
/// an edge; its steepest step as a share of its whole rise tells how many pixels it needs (after Marziliano et al. 2004,
/// Perceptual blur). Neither the amount of ink nor its darkness enters; only a page's strongest edges count, as a thin
/// stroke that is blurred away loses contrast and would look steep again.
/// </summary>
internal static class EdgeSharpness
{
    private const int LeastContrast = 30;
    private const int FewestEdges = 60;

    // Of the page's strong edges, those at least half as strong; a tenth may be the frame of a black bed.
    private const double StrongShare = 0.9;
    private const double OfStrong = 0.5;

    private const int Levels = 256;

    /// <summary>The worse of both directions, as motion blurs only one; null with too few edges.</summary>
    public static double? Of(IReadOnlyList<GreyRaster> patches)
    {
        double? worse = null;
        foreach (var down in new[] { false, true })
        {
            var edges = new int[Levels * Levels];
            foreach (var patch in patches.Where(patch => patch.Pixels.Max() - patch.Pixels.Min() >= LeastContrast))
            {
                Count(edges, patch, down);
            }

            if (Median(edges) is { } steepness)
            {
                worse = Math.Min(worse ?? 1, steepness);
            }
        }

        return worse;
    }

    // Of edges counted by their contrast and, within it, by their steepest step.
    private static double? Median(int[] edges)
    {
        var all = edges.Sum();
        if (all < FewestEdges)
        {
            return null;
        }

        var least = At(Enumerable.Range(0, Levels).Select(contrast => (contrast, edges.AsSpan(contrast * Levels, Levels).ToArray().Sum())),
            (int)(all * StrongShare)) * OfStrong;
        var strong = Enumerable.Range(0, edges.Length).Where(i => edges[i] > 0 && i / Levels >= least)
            .Select(i => ((double)(i % Levels) / (i / Levels), edges[i])).OrderBy(edge => edge.Item1).ToList();
        var count = strong.Sum(edge => edge.Item2);
        return count < FewestEdges ? null : At(strong, count / 2);
    }

    // The value at that place when each stands as often as it was counted.
    private static T At<T>(IEnumerable<(T Value, int Count)> ordered, int place) =>
        ordered.First(value => (place -= value.Count) < 0).Value;

    private static void Count(int[] edges, GreyRaster patch, bool down)
    {
        var (lines, along) = down ? (patch.Width, patch.Height) : (patch.Height, patch.Width);
        var (nextLine, next) = down ? (1, patch.Width) : (patch.Width, 1);
        var pixels = patch.Pixels;
        for (var line = 0; line < lines; line++)
        {
            int rise = 0, steepest = 0, begin = 0, at = line * nextLine, last = along > 0 ? pixels[at] : 0;
            for (var i = 1; i < along; i++)
            {
                at += next;
                int level = pixels[at], step = level - last;
                last = level;
                if ((step > 0 && rise > 0) || (step < 0 && rise < 0))
                {
                    rise += step;
                    steepest = Math.Max(steepest, Math.Abs(step));
                    continue;
                }

                // An edge that the patch cuts off is not whole.
                if (Math.Abs(rise) >= LeastContrast && begin > 0)
                {
                    edges[Math.Abs(rise) * Levels + steepest]++;
                }

                (rise, steepest, begin) = (step, Math.Abs(step), i - 1);
            }
        }
    }
}
