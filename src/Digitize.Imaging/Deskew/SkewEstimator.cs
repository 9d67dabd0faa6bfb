using NetVips;

namespace Digitize.Imaging.Deskew;

/// <summary>
/// Finds the angle at which the ends of strokes fall into the sharpest profile (Postl 1986), at several scales. Rows
/// are tried for horizontal text and columns for vertical text; the clearer of both is believed. Frames and rules make
/// it more exact where they agree with the text, and never overrule it; specks, edges of the paper and the scanner's
/// bed do not count.
/// </summary>
public static class SkewEstimator
{
    public const double LargestDegrees = 15;

    // A frame is straighter than what is written in it, but may have been cut askew to it: it is believed as far as the
    // text may be wrong. Rules that run both ways and agree are believed farther than others.
    private const double ClearRules = 0.6;
    private const double VeryClearRules = 0.8;
    private const double DoubtsFromText = 2.5;
    private const double NearDegrees = 0.12;
    private const double FarDegrees = 0.5;
    private const double NearDegreesOneWay = 0.03;
    private const double AlikeDegrees = 0.08;

    /// <param name="image">8-bit grey or sRGB, as <see cref="ScanImage.OpenAsync"/> gives it.</param>
    /// <returns>Within ±15°; confidence 0 when there is too little ink, or the best angle is outermost.</returns>
    public static SkewEstimate Estimate(Image image) => PageReading.Of(image).Skew;

    internal static SkewEstimate Estimate(Writing writing)
    {
        var (text, rules) = StrokeEnds.Of(writing);
        var found = LineAngle.Better(
            new WritingAngle(text.Feet, writing.SizePixels).Refined(), new WritingAngle(text.Flanks, writing.SizePixels).Refined());
        return found.Confidence == 0 ? OfRulesAlone(rules) : new(WithRules(found, rules), found.Confidence);
    }

    // A form's lines, before anybody has filled it in.
    private static SkewEstimate OfRulesAlone(StrokeEnds rules)
    {
        var found = LineAngle.Better(
            new WritingAngle(rules.Feet, sizePixels: 0).Refined(), new WritingAngle(rules.Flanks, sizePixels: 0).Refined());
        return new(found.Degrees, found.Confidence);
    }

    private static double WithRules(LineAngle text, StrokeEnds rules)
    {
        var across = WritingAngle.OfRules(rules.Feet, text.Degrees);
        var down = WritingAngle.OfRules(rules.Flanks, text.Degrees);
        var (clear, other) = across.Confidence > down.Confidence ? (across, down) : (down, across);
        var bothWays = other.Confidence >= ClearRules && Math.Abs(across.Degrees - down.Degrees) <= AlikeDegrees;
        var angle = bothWays ? (across.Degrees + down.Degrees) / 2 : clear.Degrees;
        var within = bothWays
            ? Math.Clamp(DoubtsFromText * text.DoubtDegrees, NearDegrees, FarDegrees)
            : Math.Max(NearDegreesOneWay, text.ErrorDegrees);
        var isClear = clear.Confidence >= (bothWays ? ClearRules : VeryClearRules);
        return isClear && Math.Abs(angle - text.Degrees) <= within ? angle : text.Degrees;
    }
}
