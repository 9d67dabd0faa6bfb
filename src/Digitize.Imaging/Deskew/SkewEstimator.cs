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
    private const int FineSteps = 8;
    private const int FewestPoints = 200;

    // Frames of film and edges of paper are straight too, but not with the text.
    private const double MarginShare = 0.02;

    /// <param name="image">8-bit grey or sRGB, as <see cref="ScanImage.OpenAsync"/> gives it.</param>
    /// <returns>Within ±15°; confidence 0 when there is too little ink, or the best angle is the outermost one.</returns>
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
                    feet.Add(new(x - map.Width / 2f, y - map.Height / 2f));
                }

                if (!map[x + 1, y])
                {
                    flanks.Add(new(map.Height / 2f - y, x - map.Width / 2f));
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

        var profile = new Profile(ends);
        var steps = (int)(LargestDegrees / CoarseStepDegrees);
        var coarse = Scores(profile, 0, CoarseStepDegrees, steps);
        var best = Array.IndexOf(coarse, coarse.Max());
        if (best == 0 || best == coarse.Length - 1)
        {
            return default;
        }

        var centre = (best - steps) * CoarseStepDegrees;
        var fine = Scores(profile, centre, FineStepDegrees, FineSteps);
        var peak = Array.IndexOf(fine, fine.Max());
        var degrees = centre + (peak - FineSteps + Vertex(fine, peak)) * FineStepDegrees;
        var usual = coarse.Order().ElementAt(coarse.Length / 2);
        return new(degrees, 1 - usual / fine[peak]);
    }

    private static double[] Scores(Profile profile, double centreDegrees, double stepDegrees, int steps) =>
        [.. Enumerable.Range(-steps, 2 * steps + 1).Select(step => profile.Score(centreDegrees + step * stepDegrees))];

    /// <summary>Where a parabola through the scores around the peak is highest, in steps from the peak, within ±1.</summary>
    private static double Vertex(double[] scores, int peak)
    {
        if (peak < 2 || peak > scores.Length - 3)
        {
            return 0;
        }

        // Least squares through five points; three would follow the noise of the bins.
        var slope = (-2 * scores[peak - 2] - scores[peak - 1] + scores[peak + 1] + 2 * scores[peak + 2]) / 10;
        var bend = (2 * scores[peak - 2] - scores[peak - 1] - 2 * scores[peak] - scores[peak + 1] + 2 * scores[peak + 2]) / 14;
        return bend < 0 ? Math.Clamp(-slope / (2 * bend), -1, 1) : 0;
    }
}
