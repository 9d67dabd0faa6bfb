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

    /// <summary>The worse of both directions, as motion blurs only one; null with too few edges.</summary>
    public static double? Of(IReadOnlyList<GreyRaster> patches)
    {
        double? worse = null;
        foreach (var down in new[] { false, true })
        {
            var edges = patches.SelectMany(patch => Edges(patch, down)).ToList();
            if (Median(edges) is { } steepness)
            {
                worse = Math.Min(worse ?? 1, steepness);
            }
        }

        return worse;
    }

    private static double? Median(List<(int Contrast, double Steepness)> edges)
    {
        if (edges.Count < FewestEdges)
        {
            return null;
        }

        edges.Sort((one, other) => one.Contrast.CompareTo(other.Contrast));
        var least = edges[(int)(edges.Count * StrongShare)].Contrast * OfStrong;
        var strong = edges.Where(edge => edge.Contrast >= least).Select(edge => edge.Steepness).Order().ToList();
        return strong.Count < FewestEdges ? null : strong[strong.Count / 2];
    }

    private static IEnumerable<(int Contrast, double Steepness)> Edges(GreyRaster patch, bool down)
    {
        var (lines, along) = down ? (patch.Width, patch.Height) : (patch.Height, patch.Width);
        var (nextLine, next) = down ? (1, patch.Width) : (patch.Width, 1);
        for (var line = 0; line < lines; line++)
        {
            int rise = 0, steepest = 0, begin = 0;
            for (var i = 1; i < along; i++)
            {
                var at = line * nextLine + i * next;
                var step = patch.Pixels[at] - patch.Pixels[at - next];
                if (step != 0 && Math.Sign(step) == Math.Sign(rise))
                {
                    rise += step;
                    steepest = Math.Max(steepest, Math.Abs(step));
                    continue;
                }

                // An edge that the patch cuts off is not whole.
                if (Math.Abs(rise) >= LeastContrast && begin > 0)
                {
                    yield return (Math.Abs(rise), (double)steepest / Math.Abs(rise));
                }

                (rise, steepest, begin) = (step, Math.Abs(step), i - 1);
            }
        }
    }
}
