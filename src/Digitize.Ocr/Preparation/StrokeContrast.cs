namespace Digitize.Ocr.Preparation;

/// <summary>
/// How dark the page's strokes are at their darkest, over the level runs of ink that are narrow enough for a stroke.
/// Frames, pictures and the scanner's backing are wider and do not count.
/// </summary>
internal sealed class StrokeContrast
{
    /// <summary>Levels below white, on a page whose paper is white; less is the paper's grain.</summary>
    private const int Faintest = 38;

    /// <summary>No stroke of a text is wider.</summary>
    private const double WidestInches = 0.1;

    private readonly long[] _strokes;

    private StrokeContrast(long[] strokes)
    {
        _strokes = strokes;
        Ink = Levels.Highest(strokes, 0.1) ?? 0;
    }

    /// <summary>Below white, 0 to 255, the level that nine strokes in ten do not exceed; 0 when there are none.</summary>
    internal int Ink { get; }

    /// <param name="page">Its paper is white: see <see cref="PaperBackground"/>.</param>
    internal static StrokeContrast Of(GreyPage page)
    {
        var strokes = new long[256];
        var widest = page.PixelsIn(WidestInches);
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
                    strokes[255 - darkest] += x - start <= widest ? 1 : 0;
                    (start, darkest) = (-1, 255);
                }
            }
        }

        return new StrokeContrast(strokes);
    }

    /// <summary>Share of the strokes whose darkest level lies between two shares of the ink's.</summary>
    internal double Share(double from, double to) => Ink == 0 ? 0
        : (double)_strokes.AsSpan((int)(from * Ink)..(int)(to * Ink)).ToArray().Sum() / _strokes.Sum();
}
