namespace Digitize.Imaging.Inspection;

/// <summary>Where the paper lies on the scanner's bed, on a copy of a few hundred pixels.</summary>
/// <param name="IsBed">Dark, and joined to the image's border: bed, black backing, a camera's table.</param>
/// <param name="PaperLevel">Luminance of the lighter paper.</param>
internal sealed record Sheet(ColourRaster Colours, GreyRaster Grey, bool[] IsBed, int PaperLevel)
{
    public const int EdgePixels = 375;
    private const double DarkShare = 0.42;
    private const double MostBed = 0.6;

    // Frames and rules that touch the border are thinner than any bed that shows.
    private const int ThinnestBed = 1;

    public int Width => Grey.Width;

    public int Height => Grey.Height;

    /// <summary>Null when most of the image is dark, so that nothing tells bed from paper.</summary>
    public static Sheet? Of(ColourRaster small)
    {
        var colours = small.Reduced(EdgePixels);
        var grey = colours.Grey();
        var paper = Percentile(Middle(grey), 0.75);
        var dark = Array.ConvertAll(grey.Pixels, level => level < paper * DarkShare);
        var bed = Regions.JoinedToBorder(Regions.Opened(dark, grey.Width, grey.Height, ThinnestBed), grey.Width, grey.Height);
        return bed.Count(here => here) > bed.Length * MostBed || paper < 40 ? null : new(colours, grey, bed, paper);
    }

    /// <summary>The box around the paper, as shares of the image.</summary>
    public (double Left, double Top, double Right, double Bottom) Bounds
    {
        get
        {
            var paper = Enumerable.Range(0, IsBed.Length).Where(at => !IsBed[at]).ToList();
            return ((double)paper.Min(at => at % Width) / Width, (double)paper.Min(at => at / Width) / Height,
                (paper.Max(at => at % Width) + 1.0) / Width, (paper.Max(at => at / Width) + 1.0) / Height);
        }
    }

    public static int Percentile(IEnumerable<byte> levels, double share)
    {
        var counts = new int[256];
        var all = 0;
        foreach (var level in levels)
        {
            counts[level]++;
            all++;
        }

        var below = 0;
        for (var level = 0; level < 256; level++)
        {
            below += counts[level];
            if (below > all * share)
            {
                return level;
            }
        }

        return 255;
    }

    private static IEnumerable<byte> Middle(GreyRaster grey)
    {
        for (var y = grey.Height / 8; y < grey.Height - grey.Height / 8; y++)
        {
            for (var x = grey.Width / 8; x < grey.Width - grey.Width / 8; x++)
            {
                yield return grey.Pixels[y * grey.Width + x];
            }
        }
    }
}
