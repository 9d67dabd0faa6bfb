namespace Digitize.Imaging.Deskew;

/// <summary>The angle of one direction of writing, from where its strokes end: first roughly, then finely.</summary>
internal sealed class WritingAngle
{
    // A little farther than is asked for: the outermost angle of all is no peak.
    private const double WidestDegrees = SkewEstimator.LargestDegrees + 0.75;
    private const double CoarseStepDegrees = 0.25;
    private const double FineStepDegrees = 0.05;
    private const int FineSteps = 12;
    private const int FewestEnds = 200;
    private const int MostCoarseEnds = 15_000;
    private const int MostFineEnds = 40_000;
    private const int FinestScale = 2;

    // Of the weight of all scales; letters on their line give the finest a quarter and more, characters in columns less.
    private const double StandingShare = 0.2;
    private const double StandingErrorDegrees = 0.07;
    private const double LargestLeanErrorDegrees = 0.15;

    // Characters stand in line to a sixteenth of their size; the gap between lines is as wide as they are.
    private static readonly double[] ScalesOfSize = [1 / 16.0, 1 / 6.0, 1 / 2.4, 1];
    private const int SmallestSize = 12;

    private readonly List<StrokeEnd> _ends;
    private readonly int[] _scales;
    private readonly int _sizePixels;
    private readonly double _centre;
    private readonly double[] _usual = [];

    /// <param name="sizePixels">A letter's or a character's.</param>
    public WritingAngle(List<StrokeEnd> ends, int sizePixels)
    {
        (_ends, _sizePixels) = (ends, sizePixels);
        _scales = Array.ConvertAll(ScalesOfSize,
            share => Math.Max(FinestScale, (int)Math.Round(share * Math.Max(SmallestSize, sizePixels))));
        if (ends.Count < FewestEnds)
        {
            return;
        }

        var steps = (int)(WidestDegrees / CoarseStepDegrees);
        var scores = Around(0, CoarseStepDegrees, steps, new Profile(ends, MostCoarseEnds, _scales).Scores);
        _usual = [.. _scales.Select((_, scale) => scores.Select(one => one[scale]).Order().ElementAt(steps))];
        var clear = Array.ConvertAll(scores, one => Relative(one).Sum());
        var best = Array.IndexOf(clear, clear.Max());
        if (best > 0 && best < 2 * steps)
        {
            _centre = (best - steps) * CoarseStepDegrees;
            Confidence = 1 - 1 / (1 + clear[best]);
        }
    }

    /// <summary>0 to 1: how far the best angle stands out; 0 when there are too few ends, or it is outermost.</summary>
    public double Confidence { get; }

    /// <summary>
    /// The best angle; scales count as much as they tell angles apart that lie close together. Where the finest hardly
    /// counts, nothing stands on a line, and lines are fitted instead.
    /// </summary>
    public LineAngle Refined()
    {
        if (Confidence == 0)
        {
            return default;
        }

        var scores = Around(_centre, FineStepDegrees, FineSteps, new Profile(_ends, MostFineEnds, _scales).Scores);
        var relative = Array.ConvertAll(scores, Relative);
        var weights = _scales.Select((_, scale) => Math.Max(0,
            relative.Max(one => one[scale]) - (relative[0][scale] + relative[^1][scale]) / 2)).ToArray();
        var joint = Array.ConvertAll(relative, one => one.Zip(weights, (value, weight) => value * weight).Sum());
        var summit = Summit.Of(joint);
        var profile = _centre + (summit.At - FineSteps) * FineStepDegrees;
        var found = new LineAngle(profile, Confidence, StandingErrorDegrees, StandingErrorDegrees, summit.HalfWidth * FineStepDegrees);
        var lean = LineLean.Of(_ends, profile, _sizePixels);
        if (!double.IsInfinity(lean.ErrorDegrees))
        {
            var stands = weights[0] >= StandingShare * weights.Sum() || lean.ErrorDegrees > LargestLeanErrorDegrees;
            found = stands ? found : found with { Degrees = lean.Degrees, ErrorDegrees = lean.ErrorDegrees };
            found = found with { DoubtDegrees = Math.Max(found.ErrorDegrees, Math.Abs(lean.Degrees - profile)) };
        }

        return found with { Degrees = Math.Clamp(found.Degrees, -SkewEstimator.LargestDegrees, SkewEstimator.LargestDegrees) };
    }

    /// <summary>The angle of frames and rules near that of the writing, and how far it stands out from those beside.</summary>
    public static SkewEstimate OfRules(List<StrokeEnd> ends, double degrees)
    {
        if (ends.Count < FewestEnds)
        {
            return default;
        }

        var profile = new Profile(ends, MostFineEnds, [FinestScale]);
        var scores = Array.ConvertAll(Around(degrees, FineStepDegrees, FineSteps, profile.Scores), one => one[0]);
        var found = degrees + (Summit.Of(scores).At - FineSteps) * FineStepDegrees;
        return new(found, 1 - (scores[0] + scores[^1]) / 2 / scores.Max());
    }

    // How many times the usual score, what angles have that are not the text's, a score stands above it.
    private double[] Relative(double[] scores) => [.. scores.Zip(_usual, (score, usual) => usual > 0 ? score / usual - 1 : 0)];

    private static double[][] Around(double centre, double step, int steps, Func<double, double[]> scores) =>
        [.. Enumerable.Range(-steps, 2 * steps + 1).Select(i => scores(centre + i * step))];
}
