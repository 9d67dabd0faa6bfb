namespace Digitize.Ocr.Preparation;

/// <summary>Quantiles of counts of levels.</summary>
internal static class Levels
{
    /// <summary>The level that no more than this share of all counts exceed; null when there are no counts.</summary>
    internal static int? Highest(ReadOnlySpan<long> counts, double share)
    {
        var all = 0L;
        foreach (var count in counts)
        {
            all += count;
        }

        var left = all * share;
        for (var level = counts.Length - 1; level >= 0 && all > 0; level--)
        {
            left -= counts[level];
            if (left < 0)
            {
                return level;
            }
        }

        return null;
    }
}
