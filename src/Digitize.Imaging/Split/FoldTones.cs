namespace Digitize.Imaging.Split;

/// <summary>How dark a slanted line is against the paper on both sides of it, band by band down the sheet.</summary>
internal sealed class FoldTones
{
    private const int Bands = 32;

    // Light enough to pass over writing, which seldom fills so much of a band.
    private const double Percentile = 0.85;

    // Shares of the paper's width: the shadow's least width to each side, and where the page beside it is measured.
    private const double HalfShadow = 0.004;
    private const double BesideFrom = 0.04;
    private const double BesideTo = 0.16;

    // Darker than the column it stands in, whatever shadow lies on that.
    private const double Writing = 0.8;
    private const int LeastDifference = 10;

    private readonly SpreadView _view;
    private readonly PixelRegion _paper;
    private readonly byte[][] _tones = new byte[Bands][];
    private readonly double[][] _bare = new double[Bands][];

    public FoldTones(SpreadView view)
    {
        var (grey, paper) = (view.Grey, view.Paper);
        (_view, _paper) = (view, paper);
        var bare = Closing.Of(grey, Math.Max(2, Math.Max(grey.Width, grey.Height) / 66));
        for (var band = 0; band < Bands; band++)
        {
            var (from, to) = (paper.Top + band * paper.Height / Bands, paper.Top + (band + 1) * paper.Height / Bands);
            _tones[band] = Tones(view, from, to);
            _bare[band] = Sums(bare, (from + to) / 2);
        }
    }

    /// <summary>Whether a pixel of the paper is a stroke that crosses its column, not a shadow or a rule along it.</summary>
    public bool IsWriting(int x, int y)
    {
        var tone = _tones[Math.Clamp((y - _paper.Top) * Bands / _paper.Height, 0, Bands - 1)][x];
        return _view.Grey.Pixels[y * _view.Grey.Width + x] < Math.Min(Writing * tone, tone - LeastDifference);
    }

    /// <summary>0 as light as the pages, 1 black: what four in five bands reach, over the shadow's least width.</summary>
    public double ShadowDepth(int x, double shift)
    {
        var half = Math.Max(1, (int)(HalfShadow * _paper.Width));
        var depths = Depths(x, shift, half, stackalloc double[Bands]);
        return depths.Length > Bands / 2 ? Quantile(depths, 0.2) : 0;
    }

    /// <summary>The same for a line of one pixel, which must go through to both edges.</summary>
    public double CreaseDepth(int x, double shift)
    {
        var depths = Depths(x, shift, 0, stackalloc double[Bands]);
        if (depths.Length <= Bands / 2)
        {
            return 0;
        }

        var ends = Math.Min(Math.Min(depths[0], depths[1]), Math.Min(depths[^1], depths[^2]));
        return Math.Min(ends, Quantile(depths, 0.1));
    }

    private int At(int x, double shift, int band) => x + (int)Math.Round(shift * ((band + 0.5) / Bands - 0.5));

    /// <summary>Of the bands that have paper there.</summary>
    private Span<double> Depths(int x, double shift, int half, Span<double> room)
    {
        var count = 0;
        for (var band = 0; band < Bands; band++)
        {
            var at = At(x, shift, band);
            if (_tones[band][at] > 0)
            {
                room[count++] = Depth(band, at, half);
            }
        }

        return room[..count];
    }

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

    /// <summary>0 where a column has hardly any paper in the band.</summary>
    private static byte[] Tones(SpreadView view, int from, int to)
    {
        var tones = new byte[view.Grey.Width];
        var column = new byte[Math.Max(1, to - from)];
        for (var x = 0; x < tones.Length; x++)
        {
            var count = 0;
            for (var y = from; y < to; y++)
            {
                if (view.IsPaper(x, y))
                {
                    column[count++] = view.Grey.Pixels[y * tones.Length + x];
                }
            }

            Array.Sort(column, 0, count);
            tones[x] = count * 3 < column.Length ? (byte)0 : column[(int)(Percentile * (count - 1))];
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

    private static double Quantile(Span<double> values, double share)
    {
        values.Sort();
        return values[(int)(share * (values.Length - 1))];
    }
}
