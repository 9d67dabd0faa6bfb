namespace Digitize.Ocr.Preparation;

/// <summary>
/// How dark the page's strokes are at their darkest, over the level runs of ink that are narrow enough for a stroke.
/// Frames, pictures and the scanner's backing are wider and do not count.
/// </summary>
internal static class StrokeContrast
{
    /// <summary>Levels below white, on a page whose paper is white; less is the paper's grain.</summary>
    internal const int Faintest = 38;

    /// <summary>A tenth of an inch: no stroke of a text is wider.</summary>
    private const int WidestPerInch = 10;

    /// <summary>Below white, 0 to 255, the level that nine strokes in ten do not exceed; 0 when there are none.</summary>
    internal static int Ink(GreyPage page)
    {
        var counts = Counts(page);
        var left = counts.Sum() / 10;
        for (var level = 255; level > 0; level--)
        {
            left -= counts[level];
            if (left < 0)
            {
                return level;
            }
        }

        return 0;
    }

    /// <summary>How many strokes reach each level below white and no further.</summary>
    private static long[] Counts(GreyPage page)
    {
        var counts = new long[256];
        var widest = Math.Max(4, (page.Ppi ?? 300) / WidestPerInch);
        for (var y = 0; y < page.Height; y++)
        {
            var row = page.Pixels.AsSpan(y * page.Width, page.Width);
            var (start, darkest) = (-1, 255);
            for (var x = 0; x <= row.Length; x++)
            {
                if (x < row.Length && row[x] < 255 - Faintest)
                {
                    (start, darkest) = (start < 0 ? x : start, Math.Min(darkest, row[x]));
                }
                else if (start >= 0)
                {
                    counts[255 - darkest] += x - start <= widest ? 1 : 0;
                    (start, darkest) = (-1, 255);
                }
            }
        }

        return counts;
    }
}
