namespace Digitize.Imaging.Deskew;

/// <summary>The top of a peak and how wide it is, in steps.</summary>
/// <param name="HalfWidth">From the top to where most of its height is lost, at its steeper side.</param>
internal readonly record struct Summit(double At, double HalfWidth)
{
    private const double Share = 0.5;

    /// <summary>
    /// The vertex of a least-squares parabola through the scores around the highest that reach most of its height.
    /// Three points alone would follow the noise of the bins.
    /// </summary>
    public static Summit Of(double[] scores)
    {
        var peak = Array.IndexOf(scores, scores.Max());
        var (first, last) = (peak, peak);
        while (first > 0 && scores[first - 1] > Share * scores[peak])
        {
            first--;
        }

        while (last < scores.Length - 1 && scores[last + 1] > Share * scores[peak])
        {
            last++;
        }

        var reach = Math.Max(1, Math.Min(peak - first, last - peak));
        if (peak - reach < 0 || peak + reach >= scores.Length)
        {
            return new(peak, reach);
        }

        // Around the peak odd and even powers separate: sums of k², k⁴ and of the scores times 1, k and k².
        double n = 2 * reach + 1, squares = 0, fourths = 0, sum = 0, odd = 0, even = 0;
        for (var k = -reach; k <= reach; k++)
        {
            var score = scores[peak + k];
            squares += k * k;
            fourths += (double)k * k * k * k;
            sum += score;
            odd += k * score;
            even += k * k * score;
        }

        var slope = odd / squares;
        var bend = (n * even - squares * sum) / (n * fourths - squares * squares);
        return new(bend < 0 ? peak + Math.Clamp(-slope / (2 * bend), -reach, reach) : peak, reach);
    }
}
