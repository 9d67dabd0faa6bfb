using NetVips;

namespace Digitize.Imaging.Deskew;

/// <summary>
/// Finds the angle at which the ends of strokes fall into the sharpest profile (Postl 1986; scored by the squared
/// differences of neighbouring bins, Bloomberg, Kopec and Dasari 1995). Rows are tried for horizontal text and
/// columns for vertical text; the clearer of both is believed.
/// </summary>
public static class SkewEstimator
{
    public const double LargestDegrees = 15;

    private const int LongestEdgePixels = 1200;
    private const double CoarseStepDegrees = 0.25;
    private const double FineStepDegrees = 0.05;
    private const int FineSteps = 12;
    private const double SummitShare = 0.5;
    private const int FewestPoints = 200;
    private const int MostCoarsePoints = 15_000;

    // Frames of film and edges of paper are straight too, but not with the text.
    private const double MarginShare = 0.02;

    /// <param name="image">8-bit grey or sRGB, as <see cref="ScanImage.OpenAsync"/> gives it.</param>
    /// <returns>Within ±15°; confidence 0 when there is too little ink, or the best angle is outermost.</returns>
    public static SkewEstimate Estimate(Image image)
    {
        var map = InkMap.Of(GreyRaster.From(image, LongestEdgePixels));
        var (feet, flanks) = StrokeEnds(map);
        var rows = Estimate(feet);
        var columns = Estimate(flanks);
        return columns.Confidence > rows.Confidence ? columns : rows;
    }

    /// <summary>
    /// Lower ends of strokes as (along, across) a row, and right ends as (along, across) a column. In both, turning
    /// counter-clockwise carries a point of the line towards smaller <c>across</c> as <c>along</c> grows.
    /// </summary>
    private static (List<StrokeEnd> Feet, List<StrokeEnd> Flanks) StrokeEnds(InkMap map)
    {
        var (feet, flanks) = (new List<StrokeEnd>(), new List<StrokeEnd>());
        var (marginX, marginY) = ((int)(map.Width * MarginShare) + 1, (int)(map.Height * MarginShare) + 1);
        for (var y = marginY; y < map.Height - marginY; y++)
        {
            for (var x = marginX; x < map.Width - marginX; x++)
            {
                if (!map[x, y])
                {
                    continue;
                }

                if (!map[x, y + 1])
                {
                    feet.Add(new(x - map.Width / 2f, y + map.EndBetween(x, y, x, y + 1) - map.Height / 2f));
                }

                if (!map[x + 1, y])
                {
                    flanks.Add(new(map.Height / 2f - y, x + map.EndBetween(x, y, x + 1, y) - map.Width / 2f));
                }
            }
        }

        return (feet, flanks);
    }

    private static SkewEstimate Estimate(List<StrokeEnd> ends)
    {
        if (ends.Count < FewestPoints)
        {
            return default;
        }

        var steps = (int)(LargestDegrees / CoarseStepDegrees);
        var coarse = Scores(new Profile(Some(ends)), 0, CoarseStepDegrees, steps);
        var best = Array.IndexOf(coarse, coarse.Max());
        if (best == 0 || best == coarse.Length - 1)
        {
            return default;
        }

        var centre = (best - steps) * CoarseStepDegrees;
        var fine = Scores(new Profile(ends), centre, FineStepDegrees, FineSteps);
        var peak = Array.IndexOf(fine, fine.Max());
        var degrees = centre + (Summit(fine, peak) - FineSteps) * FineStepDegrees;
        var usual = coarse.Order().ElementAt(coarse.Length / 2);
        return new(Math.Clamp(degrees, -LargestDegrees, LargestDegrees), 1 - usual / coarse[best]);
    }

    private static List<StrokeEnd> Some(List<StrokeEnd> ends)
    {
        var stride = 1 + ends.Count / MostCoarsePoints;
        return stride == 1 ? ends : [.. ends.Where((_, i) => i % stride == 0)];
    }

    private static double[] Scores(Profile profile, double centreDegrees, double stepDegrees, int steps) =>
        [.. Enumerable.Range(-steps, 2 * steps + 1).Select(step => profile.Score(centreDegrees + step * stepDegrees))];

    /// <summary>
    /// Where the top of a peak lies, in steps: the vertex of a least-squares parabola through the scores around it that
    /// reach most of its height. Three points alone would follow the noise of the bins.
    /// </summary>
    private static double Summit(double[] scores, int peak)
    {
        var (first, last) = (peak, peak);
        while (first > 0 && scores[first - 1] > SummitShare * scores[peak])
        {
            first--;
        }

        while (last < scores.Length - 1 && scores[last + 1] > SummitShare * scores[peak])
        {
            last++;
        }

        var reach = Math.Max(1, Math.Min(peak - first, last - peak));
        if (peak - reach < 0 || peak + reach >= scores.Length)
        {
            return peak;
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
        return bend < 0 ? peak + Math.Clamp(-slope / (2 * bend), -reach, reach) : peak;
    }
}
