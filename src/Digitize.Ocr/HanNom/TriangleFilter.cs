namespace Digitize.Ocr.HanNom;

/// <summary>Which source pixels make one target pixel, and how much of each.</summary>
internal readonly record struct TriangleFilter(int First, float[] Weights)
{
    /// <summary>One filter for each of <paramref name="count"/> target pixels over [from, to) of a source.</summary>
    internal static TriangleFilter[] Over(int length, double from, double to, int count)
    {
        var scale = (to - from) / count;
        var support = Math.Max(scale, 1);
        var filters = new TriangleFilter[count];
        for (var i = 0; i < count; i++)
        {
            var centre = from + ((i + 0.5) * scale);
            var first = Math.Max(0, (int)(centre - support + 0.5));
            var end = Math.Min(length, (int)(centre + support + 0.5));
            var weights = new float[Math.Max(0, end - first)];
            var sum = 0.0;
            for (var k = 0; k < weights.Length; k++)
            {
                var weight = Math.Max(0, 1 - Math.Abs((first + k - centre + 0.5) / support));
                weights[k] = (float)weight;
                sum += weight;
            }

            for (var k = 0; k < weights.Length; k++)
            {
                weights[k] = (float)(weights[k] / sum);
            }

            filters[i] = new TriangleFilter(first, weights);
        }

        return filters;
    }

    /// <summary>The weighted sum of values that lie <paramref name="step"/> apart; the source's pixel 0 is at <paramref name="origin"/>.</summary>
    internal float Sum(float[] values, int origin, int step)
    {
        var sum = 0f;
        for (var k = 0; k < Weights.Length; k++)
        {
            sum += Weights[k] * values[origin + ((First + k) * step)];
        }

        return sum;
    }
}
