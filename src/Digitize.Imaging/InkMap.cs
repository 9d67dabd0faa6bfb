namespace Digitize.Imaging;

/// <summary>
/// Which pixels are ink: darker than the paper around them, and thin. A stain or a shadow is wider than a stroke, so
/// the morphological closing that stands for the paper follows it (black top-hat; Serra 1982, ch. XII). What shines
/// through from the back is too weak against that paper; the scanner's bed is too dark to be paper.
/// </summary>
internal sealed class InkMap
{
    public const float WeakestContrast = 0.2f;

    // Three in a hundred of the longer edge: wider than a stroke, narrower than a stain.
    private const int WindowsAcross = 33;
    private const int WeakestDifference = 14;

    // Of the light that all but the lightest tenth of the page stays below.
    private const double DarkestPaper = 0.35;
    private const double LightShare = 0.9;

    private readonly float[] _contrast;

    private InkMap(int width, int height, float[] contrast) => (Width, Height, _contrast) = (width, height, contrast);

    public int Width { get; }

    public int Height { get; }

    /// <summary>How much darker than its paper each pixel is, row by row, 0 to 1.</summary>
    public ReadOnlySpan<float> Contrast => _contrast;

    public bool this[int x, int y] => _contrast[y * Width + x] >= WeakestContrast;

    public static InkMap Of(GreyRaster grey)
    {
        var radius = Math.Max(2, Math.Max(grey.Width, grey.Height) / WindowsAcross / 2);
        var paper = Closing.Of(grey, radius).Pixels;
        var darkest = Math.Max(1, DarkestPaper * Light(paper));
        var contrast = new float[paper.Length];
        for (var i = 0; i < contrast.Length; i++)
        {
            var difference = paper[i] - grey.Pixels[i];
            contrast[i] = difference >= WeakestDifference && paper[i] >= darkest ? (float)difference / paper[i] : 0;
        }

        return new(grey.Width, grey.Height, contrast);
    }

    /// <summary>How far from an ink pixel's middle to that of its bare neighbour the ink ends, 0 to 1.</summary>
    public float EndBetween(int x, int y, int nextX, int nextY)
    {
        var (ink, bare) = (_contrast[y * Width + x], _contrast[nextY * Width + nextX]);
        return (ink - WeakestContrast) / (ink - bare);
    }

    private static int Light(byte[] paper)
    {
        var counts = new int[256];
        foreach (var level in paper)
        {
            counts[level]++;
        }

        int light = 0, below = counts[0];
        while (light < 255 && below < LightShare * paper.Length)
        {
            below += counts[++light];
        }

        return light;
    }
}
