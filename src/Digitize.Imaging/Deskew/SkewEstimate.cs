namespace Digitize.Imaging.Deskew;

/// <summary>How far a page's text lies turned.</summary>
/// <param name="Degrees">Positive when lines rise to the right: the content is turned counter-clockwise.</param>
/// <param name="Confidence">0 to 1: how far the profile at this angle stands out from the other angles.</param>
public readonly record struct SkewEstimate(double Degrees, double Confidence)
{
    /// <summary>Pages of text lie above 0.9; pure noise, which the pixel grid favours at 0°, below 0.6.</summary>
    public const double LeastConfidence = 0.7;

    public bool IsReliable => Confidence >= LeastConfidence;

    /// <summary>Clockwise degrees that make the page straight; 0 when the estimate cannot be relied on.</summary>
    public double DegreesToTurn => IsReliable ? Degrees : 0;
}
