namespace Digitize.Imaging.Deskew;

/// <summary>Where a stroke ends: pixels from the page's centre, along the writing and across it.</summary>
internal readonly record struct StrokeEnd(float Along, float Across);

/// <summary>Stroke ends counted in bins across the writing, for one angle after another.</summary>
internal sealed class Profile
{
    private readonly List<StrokeEnd> _ends;
    private readonly float[] _bins;
    private readonly float _middle;

    public Profile(List<StrokeEnd> ends)
    {
        _ends = ends;
        _middle = ends.Max(end => MathF.Abs(end.Along) + MathF.Abs(end.Across)) + 2;
        _bins = new float[(int)(2 * _middle) + 3];
    }

    /// <summary>Sum of squared differences of neighbouring bins when lines rise by so many degrees.</summary>
    public double Score(double degrees)
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

        double score = 0;
        for (var i = 2; i < _bins.Length - 1; i++)
        {
            // Difference of bins smoothed by 1-2-1: ((i-1)+2i+(i+1)) - ((i-2)+2(i-1)+i).
            var difference = _bins[i + 1] + _bins[i] - _bins[i - 1] - _bins[i - 2];
            score += difference * difference;
        }

        return score;
    }
}
