namespace Digitize.Ocr.Preparation;

/// <summary>How fast the page goes from paper to ink, over level distances.</summary>
internal static class EdgeSteepness
{
    /// <summary>Differences of grey below this are grain.</summary>
    private const int Faintest = 30;

    /// <param name="step">Half the distance over which the difference is taken, pixels.</param>
    /// <returns>The difference of grey that nine edges in ten do not exceed; 0 when there are none.</returns>
    internal static int Of(GreyPage page, int step)
    {
        var counts = new long[256];
        for (var y = 0; y < page.Height; y++)
        {
            var row = page.Pixels.AsSpan(y * page.Width, page.Width);
            for (var x = step; x + step < row.Length; x++)
            {
                counts[Math.Abs(row[x + step] - row[x - step])]++;
            }
        }

        return Levels.Highest(counts.AsSpan(Faintest + 1), 0.1) is { } level ? level + Faintest + 1 : 0;
    }
}
