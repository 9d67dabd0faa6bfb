namespace Digitize.Imaging.Deskew;

/// <summary>Stroke ends counted in bins across the writing, for one angle after another.</summary>
internal sealed class Profile
{
    private readonly StrokeEnd[] _ends;
    private readonly int[] _scales;
    private readonly float[] _bins;
    private readonly float[] _sums;
    private readonly float _middle;

    /// <param name="most">More ends than this are thinned out evenly.</param>
    /// <param name="scales">
    /// How many bins are compared with as many beside them. The finest sees the feet of printed letters, the coarsest
    /// the gaps between columns of handwriting, whose strokes end anywhere.
    /// </param>
    public Profile(List<StrokeEnd> ends, int most, int[] scales)
    {
        var stride = 1 + ends.Count / most;
        _ends = [.. ends.Where((_, i) => i % stride == 0)];
        _scales = scales;
        _middle = _ends.Max(end => MathF.Abs(end.Along) + MathF.Abs(end.Across)) + 2;
        _bins = new float[(int)(2 * _middle) + 3];
        _sums = new float[_bins.Length + 1];
    }

    /// <summary>
    /// Sum of squared differences of neighbouring bins (Bloomberg, Kopec and Dasari 1995), one for each scale, when
    /// lines rise by so many degrees; of one pair of ends on the average.
    /// </summary>
    public double[] Scores(double degrees)
    {
        var (sin, cos) = MathF.SinCos((float)(degrees * Math.PI / 180));
        Array.Clear(_bins);
        foreach (var end in _ends)
        {
            // Shared between two bins, or whole pixels would favour 0° over its neighbours.
            var position = end.Across * cos + end.Along * sin + _middle;
            var bin = (int)position;
            var share = position - bin;
            _bins[bin] += 1 - share;
            _bins[bin + 1] += share;
        }

        for (var i = 0; i < _bins.Length; i++)
        {
            _sums[i + 1] = _sums[i] + _bins[i];
        }

        return Array.ConvertAll(_scales, Score);
    }

    private double Score(int scale)
    {
        double score = 0;
        for (var i = scale; i + scale < _sums.Length; i++)
        {
            var difference = _sums[i + scale] - 2 * _sums[i] + _sums[i - scale];
            score += difference * difference;
        }

        return score / _ends.Length / _ends.Length;
    }
}
