namespace Digitize.Imaging.Inspection;

/// <summary>
/// Noise on bare paper: the response to a mask that is blind to slopes and edges (Immerkær 1996), by its mean in each
/// small block, and of the blocks the quieter ones, as ink and fibres make the others.
/// </summary>
internal static class PaperNoise
{
    private const int Block = 16;
    private const double Quieter = 0.35;

    // Root of the sum of the mask's squares.
    private const double MaskNorm = 6;

    /// <summary>Levels of 255; null for an image smaller than a few blocks.</summary>
    public static double? Of(IReadOnlyList<GreyRaster> patches, int darkestPaper)
    {
        var found = patches.SelectMany(patch => Blocks(patch, darkestPaper)).Order().ToList();
        return found.Count < 8 ? null : found[(int)(found.Count * Quieter)];
    }

    private static IEnumerable<double> Blocks(GreyRaster patch, int darkestPaper)
    {
        for (var top = 1; top + Block < patch.Height; top += Block)
        {
            for (var left = 1; left + Block < patch.Width; left += Block)
            {
                if (Mean(patch, left, top) < darkestPaper)
                {
                    continue;
                }

                double sum = 0;
                for (var y = top; y < top + Block; y++)
                {
                    for (var x = left; x < left + Block; x++)
                    {
                        sum += Math.Abs(Response(patch.Pixels, y * patch.Width + x, patch.Width));
                    }
                }

                // The mean of absolutes is a standard deviation by this factor.
                yield return Math.Sqrt(Math.PI / 2) * sum / (Block * Block) / MaskNorm;
            }
        }
    }

    private static double Mean(GreyRaster patch, int left, int top)
    {
        var sum = 0;
        for (var y = top; y < top + Block; y++)
        {
            for (var x = left; x < left + Block; x++)
            {
                sum += patch.Pixels[y * patch.Width + x];
            }
        }

        return (double)sum / (Block * Block);
    }

    private static int Response(byte[] p, int at, int row) =>
        p[at - row - 1] - 2 * p[at - row] + p[at - row + 1]
        - 2 * p[at - 1] + 4 * p[at] - 2 * p[at + 1]
        + p[at + row - 1] - 2 * p[at + row] + p[at + row + 1];
}
