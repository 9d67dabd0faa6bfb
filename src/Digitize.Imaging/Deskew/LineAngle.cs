namespace Digitize.Imaging.Deskew;

/// <summary>How far the lines of one direction of writing rise.</summary>
/// <param name="Confidence">0 to 1, as <see cref="SkewEstimate.Confidence"/>.</param>
/// <param name="ErrorDegrees">About how far from the truth it may be: its standard error.</param>
/// <param name="DoubtDegrees">The same, but more where profile and fitted lines differ.</param>
/// <param name="HalfWidthDegrees">Of the profile's peak: small for letters that stand on a line.</param>
internal readonly record struct LineAngle(
    double Degrees, double Confidence, double ErrorDegrees, double DoubtDegrees, double HalfWidthDegrees)
{
    private const double SharpDegrees = 0.2;
    private const double DoubtfulDegrees = 0.1;
    private const double ChanceDegrees = 0.05;
    private const double BluntDegrees = 0.4;
    private const double SureConfidence = 0.85;
    private const double NearDegrees = 0.5;

    /// <summary>
    /// The clearer of both; but where that is blunt, as columns of a newspaper are whose lines begin anew in each, a
    /// sharp one near it.
    /// </summary>
    public static LineAngle Better(in LineAngle one, in LineAngle other)
    {
        var (clear, next) = one.Confidence >= other.Confidence ? (one, other) : (other, one);
        var isNextSharper = clear.HalfWidthDegrees >= BluntDegrees
            && clear.DoubtDegrees >= DoubtfulDegrees && next.HalfWidthDegrees is > ChanceDegrees and <= SharpDegrees
            && next.Confidence >= SureConfidence && Math.Abs(next.Degrees - clear.Degrees) <= NearDegrees;
        return isNextSharper ? next : clear;
    }
}
