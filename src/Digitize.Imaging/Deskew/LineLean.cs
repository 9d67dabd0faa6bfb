namespace Digitize.Imaging.Deskew;

/// <summary>
/// The angle of lines whose strokes end anywhere, as brushed and cut characters' do: all lines are fitted by least
/// squares with one slope in common. A profile's peak is broad then and follows chance.
/// </summary>
/// <param name="Degrees">How far lines rise.</param>
/// <param name="ErrorDegrees">Standard error, from how the lines differ among themselves; infinite without enough lines.</param>
internal readonly record struct LineLean(double Degrees, double ErrorDegrees)
{
    private const int Rounds = 4;
    private const int FewestLines = 3;

    // Between lines fewer strokes end than this share of the usual.
    private const double GapShare = 0.12;
    private const double NarrowestLine = 0.4;
    private const double WidestLine = 2.2;

    /// <param name="degrees">Nearly the angle: lines stand apart in the profile.</param>
    /// <param name="sizePixels">A character's.</param>
    public static LineLean Of(List<StrokeEnd> ends, double degrees, int sizePixels)
    {
        var found = new LineLean(degrees, double.PositiveInfinity);
        for (var round = 0; round < Rounds; round++)
        {
            found = Fitted(ends, found.Degrees, sizePixels);
            if (double.IsInfinity(found.ErrorDegrees))
            {
                return new(degrees, double.PositiveInfinity);
            }
        }

        return found;
    }

    private static LineLean Fitted(List<StrokeEnd> ends, double degrees, int size)
    {
        var (sin, cos) = MathF.SinCos((float)(degrees * Math.PI / 180));
        var middle = ends.Max(end => MathF.Abs(end.Along) + MathF.Abs(end.Across)) + 1;
        var bins = new int[(int)(2 * middle) + 2];
        foreach (var end in ends)
        {
            bins[(int)(end.Across * cos + end.Along * sin + middle)]++;
        }

        var lineOf = Lines(bins, size, out var count);
        var lines = new Line[count];
        foreach (var end in ends)
        {
            var across = end.Across * cos + end.Along * sin;
            if (lineOf[(int)(across + middle)] is var number and > 0)
            {
                lines[number - 1].Add(end.Along * cos - end.Across * sin, across);
            }
        }

        return Common(lines, degrees);
    }

    // The number of the line that each bin belongs to, from 1; 0 between lines and where lines cannot be told apart.
    private static int[] Lines(int[] bins, int size, out int count)
    {
        var usual = bins.Where(bin => bin > 0).Order().ToArray();
        var floor = GapShare * usual[usual.Length * 3 / 4];
        var lines = new int[bins.Length];
        count = 0;
        for (var i = 0; i < bins.Length; i++)
        {
            var start = i;
            while (i < bins.Length && bins[i] > floor)
            {
                i++;
            }

            if (i - start > NarrowestLine * size && i - start < WidestLine * size)
            {
                lines.AsSpan(start, i - start).Fill(++count);
            }
        }

        return lines;
    }

    private static LineLean Common(Line[] lines, double degrees)
    {
        double spread = lines.Sum(line => line.Spread), together = lines.Sum(line => line.Together);
        if (lines.Count(line => line.Spread > 0) < FewestLines)
        {
            return new(degrees, double.PositiveInfinity);
        }

        var slope = together / spread;
        var variance = lines.Sum(line => Math.Pow(line.Together - slope * line.Spread, 2)) / spread / spread;
        return new(degrees - Math.Atan(slope) * 180 / Math.PI, Math.Sqrt(variance) * 180 / Math.PI);
    }

    private struct Line
    {
        private double _n, _along, _across, _squares, _products;

        public readonly double Spread => _n > 0 ? _squares - _along * _along / _n : 0;

        public readonly double Together => _n > 0 ? _products - _along * _across / _n : 0;

        public void Add(double along, double across)
        {
            _n++;
            _along += along;
            _across += across;
            _squares += along * along;
            _products += along * across;
        }
    }
}
