using Digitize.Imaging.Inspection;

namespace Digitize.Imaging.Crop;

/// <summary>
/// Which pixels of an image are scanner bed: of the colour that an edge of the image has, unlike the paper, and joined
/// to that edge. What the bed leaves over in pieces is the page and perhaps a sliver of its neighbour.
/// </summary>
internal sealed class PaperMask
{
    /// <summary>Grey levels between bed and paper below which their border is not sure.</summary>
    public const int LeastContrast = 28;

    // An edge of the image is bed when so much of it is.
    private const double LeastOfEdge = 0.6;

    // From the bed's tone towards the paper's.
    private const double Between = 0.42;

    private const int BorderPixels = 2;

    private readonly bool[] _bed;

    private readonly int _tone;

    private PaperMask(int width, int height, bool[] bed, double contrast, int tone) =>
        (Width, Height, _bed, Contrast, _tone) = (width, height, bed, contrast, tone);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Least difference in grey levels between the paper and a bed that was found; 255 when none was.</summary>
    public double Contrast { get; }

    public bool IsBed(int x, int y) => _bed[y * Width + x];

    /// <param name="at">Row by row.</param>
    public bool IsBed(int at) => _bed[at];

    /// <summary>True where there is paper, but for specks on the bed, and false on the bed and along its border.</summary>
    public bool[] SurePaper()
    {
        var pieces = PaperPieces.Of(this);
        var paper = new bool[_bed.Length];
        for (var at = 0; at < paper.Length; at++)
        {
            paper[at] = pieces.At(at) is { } piece && piece.Pixels >= pieces.Speck;
        }

        return Regions.Shrunk(paper, Width, Height, BorderPixels);
    }

    /// <summary>The image with its bed, and the border where both blend, in the paper's tone.</summary>
    /// <param name="grey">Of the mask's size.</param>
    /// <param name="isPaper">What <see cref="SurePaper"/> gave.</param>
    public byte[] Painted(GreyRaster grey, bool[] isPaper)
    {
        var painted = new byte[isPaper.Length];
        for (var at = 0; at < painted.Length; at++)
        {
            painted[at] = isPaper[at] ? grey.Pixels[at] : (byte)_tone;
        }

        return painted;
    }

    public static PaperMask Of(GreyRaster grey)
    {
        var paper = PaperTone(grey);
        var bed = new bool[grey.Pixels.Length];
        var contrast = 255.0;
        foreach (var edge in Edges(grey))
        {
            var tones = edge.Select(i => (int)grey.Pixels[i]).Order().ToArray();
            var tone = tones[tones.Length / 2];
            var difference = Math.Abs(paper - tone);
            var limit = Math.Max(10, Between * difference);
            if (difference < LeastContrast || tones.Count(t => Math.Abs(t - tone) <= limit) < LeastOfEdge * tones.Length)
            {
                continue;
            }

            contrast = Math.Min(contrast, difference);
            Fill(grey, bed, edge, tone, limit, lighter: tone > paper);
        }

        return new(grey.Width, grey.Height, bed, contrast, paper);
    }

    /// <summary>The paper's: the lightest common tone of the inner half, past any writing.</summary>
    private static int PaperTone(GreyRaster grey)
    {
        var counts = new int[256];
        var total = 0;
        for (var y = grey.Height / 4; y < grey.Height * 3 / 4 + 1 && y < grey.Height; y++)
        {
            for (var x = grey.Width / 4; x < grey.Width * 3 / 4 + 1 && x < grey.Width; x++)
            {
                counts[grey.Pixels[y * grey.Width + x]]++;
                total++;
            }
        }

        var (tone, above) = (255, counts[255]);
        while (tone > 0 && above < 0.3 * total)
        {
            above += counts[--tone];
        }

        return tone;
    }

    private static IEnumerable<int[]> Edges(GreyRaster grey)
    {
        yield return [.. Enumerable.Range(0, grey.Width)];
        yield return [.. Enumerable.Range(0, grey.Width).Select(x => (grey.Height - 1) * grey.Width + x)];
        yield return [.. Enumerable.Range(0, grey.Height).Select(y => y * grey.Width)];
        yield return [.. Enumerable.Range(0, grey.Height).Select(y => y * grey.Width + grey.Width - 1)];
    }

    private static void Fill(GreyRaster grey, bool[] bed, int[] edge, int tone, double limit, bool lighter)
    {
        bool Is(int i) => lighter ? grey.Pixels[i] >= tone - limit : grey.Pixels[i] <= tone + limit;
        var open = new Stack<int>(edge.Where(Is));
        while (open.TryPop(out var i))
        {
            if (bed[i] || !Is(i))
            {
                continue;
            }

            bed[i] = true;
            var x = i % grey.Width;
            if (x > 0 && !bed[i - 1]) { open.Push(i - 1); }
            if (x < grey.Width - 1 && !bed[i + 1]) { open.Push(i + 1); }
            if (i >= grey.Width && !bed[i - grey.Width]) { open.Push(i - grey.Width); }
            if (i < bed.Length - grey.Width && !bed[i + grey.Width]) { open.Push(i + grey.Width); }
        }
    }
}
