using System.Numerics;
using System.Runtime.CompilerServices;

namespace Digitize.Imaging.Deskew;

/// <summary>Stroke ends counted in bins across the writing, for one angle after another.</summary>
internal sealed class Profile
{
    // A bin is a pixel; an end is shared between two bins in so many parts, or whole pixels would favour 0° over its
    // neighbours.
    private const int PartBits = 8;
    private const int Parts = 1 << PartBits;

    private readonly float[] _along;
    private readonly float[] _across;
    private readonly int[] _positions;
    private readonly int[] _scales;
    private readonly int[] _bins;
    private readonly int[] _sums;
    private readonly float _middle;

    /// <param name="most">More ends than this are thinned out evenly.</param>
    /// <param name="scales">
    /// How many bins are compared with as many beside them. The finest sees the feet of printed letters, the coarsest
    /// the gaps between columns of handwriting, whose strokes end anywhere.
    /// </param>
    public Profile(List<StrokeEnd> ends, int most, int[] scales)
    {
        var stride = 1 + ends.Count / most;
        var count = (ends.Count + stride - 1) / stride;
        (_along, _across, _positions) = (new float[count], new float[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            (_along[i], _across[i]) = ends[i * stride];
            _middle = Math.Max(_middle, MathF.Abs(_along[i]) + MathF.Abs(_across[i]));
        }

        _middle += 2;
        _scales = scales;
        _bins = new int[(int)(2 * _middle) + 3];
        _sums = new int[_bins.Length + 1];
    }

    /// <summary>
    /// Sum of squared differences of neighbouring bins (Bloomberg, Kopec and Dasari 1995), one for each scale, when
    /// lines rise by so many degrees; of one pair of ends on the average.
    /// </summary>
    public double[] Scores(double degrees)
    {
        Place(degrees);
        Count();
        return Array.ConvertAll(_scales, Score);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Place(double degrees)
    {
        var (sin, cos) = MathF.SinCos((float)(degrees * Math.PI / 180));
        (sin, cos) = (sin * Parts, cos * Parts);
        var (middle, i) = (_middle * Parts, 0);
        for (var shift = new Vector<float>(middle); i + Vector<float>.Count <= _along.Length; i += Vector<float>.Count)
        {
            var position = new Vector<float>(_across, i) * cos + new Vector<float>(_along, i) * sin + shift;
            Vector.ConvertToInt32(position).CopyTo(_positions, i);
        }

        for (; i < _along.Length; i++)
        {
            _positions[i] = (int)(_across[i] * cos + _along[i] * sin + middle);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count()
    {
        var bins = _bins;
        Array.Clear(bins);
        foreach (var position in _positions)
        {
            var (bin, share) = (position >> PartBits, position & (Parts - 1));
            bins[bin] += Parts - share;
            bins[bin + 1] += share;
        }

        var sum = 0;
        for (var i = 0; i < bins.Length; i++)
        {
            _sums[i + 1] = sum += bins[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Score(int scale)
    {
        var (squares, i) = (Vector<float>.Zero, scale);
        for (; i + scale + Vector<int>.Count <= _sums.Length; i += Vector<int>.Count)
        {
            var here = new Vector<int>(_sums, i);
            var difference = Vector.ConvertToSingle(
                new Vector<int>(_sums, i + scale) - here - here + new Vector<int>(_sums, i - scale));
            squares += difference * difference;
        }

        double score = Vector.Sum(squares);
        for (; i + scale < _sums.Length; i++)
        {
            double difference = _sums[i + scale] - 2 * _sums[i] + _sums[i - scale];
            score += difference * difference;
        }

        return score / Parts / Parts / _along.Length / _along.Length;
    }
}
