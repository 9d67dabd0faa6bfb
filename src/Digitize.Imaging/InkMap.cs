namespace Digitize.Imaging;

/// <summary>
/// Which pixels are ink: darker than the paper around them, and thin. A stain or a shadow is wider than a stroke, so
/// the morphological closing that stands for the paper follows it (black top-hat; Serra 1982, ch. XII). What shines
/// through from the back is too weak against that paper.
/// </summary>
internal sealed class InkMap
{
    // Three in a hundred of the longer edge: wider than a stroke, narrower than a stain.
    private const int WindowsAcross = 33;
    private const float WeakestContrast = 0.2f;
    private const int WeakestDifference = 14;

    private readonly float[] _contrast;

    private InkMap(int width, int height, float[] contrast) => (Width, Height, _contrast) = (width, height, contrast);

    public int Width { get; }

    public int Height { get; }

    public bool this[int x, int y] => _contrast[y * Width + x] >= WeakestContrast;

    public static InkMap Of(GreyRaster grey)
    {
        var radius = Math.Max(2, Math.Max(grey.Width, grey.Height) / WindowsAcross / 2);
        var paper = Closing.Of(grey, radius).Pixels;
        var contrast = new float[paper.Length];
        for (var i = 0; i < contrast.Length; i++)
        {
            var difference = paper[i] - grey.Pixels[i];
            contrast[i] = difference >= WeakestDifference ? (float)difference / paper[i] : 0;
        }

        return new(grey.Width, grey.Height, contrast);
    }

    /// <summary>How far from an ink pixel's middle to that of its bare neighbour the ink ends, 0 to 1.</summary>
    public float EndBetween(int x, int y, int nextX, int nextY)
    {
        var (ink, bare) = (_contrast[y * Width + x], _contrast[nextY * Width + nextX]);
        return (ink - WeakestContrast) / (ink - bare);
    }
}
