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

                // The mean of absolutes is a standard deviation by this factor.
                yield return Math.Sqrt(Math.PI / 2) * Responses(patch, left, top) / (Block * Block) / MaskNorm;
            }
        }
    }

    private static double Mean(GreyRaster patch, int left, int top)
    {
        var sum = 0;
        for (var y = top; y < top + Block; y++)
        {
            foreach (var level in patch.Pixels.AsSpan(y * patch.Width + left, Block))
            {
                sum += level;
            }
        }

        return (double)sum / (Block * Block);
    }

    // The mask is 1, -2, 1 across times the same down, so a column's sum serves three pixels.
    private static int Responses(GreyRaster patch, int left, int top)
    {
        var sum = 0;
        for (var y = top; y < top + Block; y++)
        {
            var over = patch.Pixels.AsSpan((y - 1) * patch.Width + left - 1, Block + 2);
            var here = patch.Pixels.AsSpan(y * patch.Width + left - 1, over.Length);
            var under = patch.Pixels.AsSpan((y + 1) * patch.Width + left - 1, over.Length);
            int before = over[0] - 2 * here[0] + under[0], at = over[1] - 2 * here[1] + under[1];
            for (var x = 2; x < over.Length; x++)
            {
                var after = over[x] - 2 * here[x] + under[x];
                sum += Math.Abs(before - 2 * at + after);
                (before, at) = (at, after);
            }
        }

        return sum;
    }
}
