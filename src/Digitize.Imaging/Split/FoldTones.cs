namespace Digitize.Imaging.Split;

/// <summary>How dark a slanted line is against the paper on both sides of it, band by band down the sheet.</summary>
internal sealed class FoldTones
{
    private const int Bands = 32;

    // Light enough to pass over writing, which seldom fills so much of a band.
    private const double Percentile = 0.7;

    // Shares of the paper's width: the shadow's least width to each side, and where the page beside it is measured.
    private const double HalfShadow = 0.004;
    private const double BesideFrom = 0.04;
    private const double BesideTo = 0.16;

    private readonly PixelRegion _paper;
    private readonly byte[][] _tones = new byte[Bands][];
    private readonly double[][] _bare = new double[Bands][];

    public FoldTones(GreyRaster grey, PixelRegion paper)
    {
        _paper = paper;
        var bare = Closing.Of(grey, Math.Max(2, Math.Max(grey.Width, grey.Height) / 66));
        for (var band = 0; band < Bands; band++)
        {
            var (from, to) = (paper.Top + band * paper.Height / Bands, paper.Top + (band + 1) * paper.Height / Bands);
            _tones[band] = Tones(grey, from, to);
            _bare[band] = Sums(bare, (from + to) / 2);
        }
    }

    /// <summary>0 as light as the pages, 1 black: what four in five bands reach, over the shadow's least width.</summary>
    public double ShadowDepth(int x, double shift)
    {
        var half = Math.Max(1, (int)(HalfShadow * _paper.Width));
        return Quantile([.. Enumerable.Range(0, Bands).Select(band => Depth(band, At(x, shift, band), half))], 0.2);
    }

    /// <summary>The same for a line of one pixel, which must go through to both edges.</summary>
    public double CreaseDepth(int x, double shift)
    {
        var depths = Enumerable.Range(0, Bands).Select(band => Depth(band, At(x, shift, band), 0)).ToArray();
        var ends = Math.Min(Math.Min(depths[0], depths[1]), Math.Min(depths[^1], depths[^2]));
        return Math.Min(ends, Quantile(depths, 0.1));
    }

    private int At(int x, double shift, int band) => x + (int)Math.Round(shift * ((band + 0.5) / Bands - 0.5));

    private double Depth(int band, int x, int half)
    {
        var (near, far) = ((int)(BesideFrom * _paper.Width), (int)(BesideTo * _paper.Width));
        var beside = Math.Min(Mean(band, x - far, x - near), Mean(band, x + near, x + far));
        var lightest = 0;
        for (var at = Math.Max(0, x - half); at <= Math.Min(_tones[band].Length - 1, x + half); at++)
        {
            lightest = Math.Max(lightest, _tones[band][at]);
        }

        return beside <= 0 ? 0 : 1 - lightest / beside;
    }

    private double Mean(int band, int from, int to)
    {
        var sums = _bare[band];
        (from, to) = (Math.Clamp(from, 0, sums.Length - 2), Math.Clamp(to, 1, sums.Length - 1));
        return to > from ? (sums[to] - sums[from]) / (to - from) : 0;
    }

    private static byte[] Tones(GreyRaster grey, int from, int to)
    {
        var tones = new byte[grey.Width];
        var column = new byte[Math.Max(1, to - from)];
        for (var x = 0; x < grey.Width; x++)
        {
            for (var y = 0; y < column.Length; y++)
            {
                column[y] = grey.Pixels[(from + y) * grey.Width + x];
            }

            Array.Sort(column);
            tones[x] = column[(int)(Percentile * (column.Length - 1))];
        }

        return tones;
    }

    private static double[] Sums(GreyRaster grey, int y)
    {
        var sums = new double[grey.Width + 1];
        for (var x = 0; x < grey.Width; x++)
        {
            sums[x + 1] = sums[x] + grey.Pixels[y * grey.Width + x];
        }

        return sums;
    }

    private static double Quantile(double[] values, double share)
    {
        Array.Sort(values);
        return values[(int)(share * (values.Length - 1))];
    }
}
