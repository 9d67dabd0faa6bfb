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
    private const double WeakestContrast = 0.2;
    private const int WeakestDifference = 14;

    private readonly bool[] _ink;

    private InkMap(int width, int height, bool[] ink) => (Width, Height, _ink) = (width, height, ink);

    public int Width { get; }

    public int Height { get; }

    public bool this[int x, int y] => _ink[y * Width + x];

    public static InkMap Of(GreyRaster grey)
    {
        var radius = Math.Max(2, Math.Max(grey.Width, grey.Height) / WindowsAcross / 2);
        var paper = Closing.Of(grey, radius).Pixels;
        var ink = new bool[paper.Length];
        for (var i = 0; i < ink.Length; i++)
        {
            var difference = paper[i] - grey.Pixels[i];
            ink[i] = difference >= WeakestDifference && difference >= WeakestContrast * paper[i];
        }

        return new(grey.Width, grey.Height, ink);
    }
}
