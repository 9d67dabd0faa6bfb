namespace Digitize.Ocr.Preparation;

/// <summary>
/// Which source pixels make one target pixel, and how much of each (Keys, Cubic Convolution Interpolation for Digital
/// Image Processing, 1981). Widened when a page gets smaller, so that no pixel goes unseen.
/// </summary>
internal readonly record struct CubicFilter(int First, float[] Weights)
{
    /// <summary>Keys' <c>a</c>. He gives −0.5; steeper edges suit strokes of one or two pixels.</summary>
    private const double Steepness = -0.75;

    /// <summary>One filter for each of <paramref name="count"/> target pixels over a source of <paramref name="length"/>.</summary>
    internal static CubicFilter[] Over(int length, int count)
    {
        var scale = (double)length / count;
        var widened = Math.Max(scale, 1);
        var filters = new CubicFilter[count];
        for (var i = 0; i < count; i++)
        {
            var centre = ((i + 0.5) * scale) - 0.5;
            var first = Math.Clamp((int)Math.Ceiling(centre - (2 * widened)), 0, length - 1);
            var last = Math.Clamp((int)Math.Floor(centre + (2 * widened)), first, length - 1);
            var weights = new float[last - first + 1];
            for (var k = 0; k < weights.Length; k++)
            {
                weights[k] = (float)Weight(Math.Abs(first + k - centre) / widened);
            }

            var sum = weights.Sum();
            filters[i] = new CubicFilter(first, Array.ConvertAll(weights, weight => weight / sum));
        }

        return filters;
    }

    private static double Weight(double distance) => distance switch
    {
        < 1 => (((Steepness + 2) * distance) - Steepness - 3) * distance * distance + 1,
        < 2 => (((((distance - 5) * distance) + 8) * distance) - 4) * Steepness,
        _ => 0,
    };
}
