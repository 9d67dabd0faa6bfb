namespace Digitize.Imaging.Inspection;

/// <summary>What can be measured on a page image that has no target chart in it.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Ppi">As the file says; null when it does not.</param>
/// <param name="Sharpness">Variance of the Laplacian on a grey copy of at most 2,048 pixels; higher is sharper.
/// Compare pages of one kind only: it also grows with the amount of ink.</param>
/// <param name="BlackClippedShare">Pixels at 0 of all, 0 to 1.</param>
/// <param name="WhiteClippedShare">Pixels at 255 of all, 0 to 1.</param>
/// <param name="MeanLuminance">0 black to 255 white.</param>
/// <param name="InkShare">Pixels of thin dark strokes of all inside the margin, 0 to 1, on a reduced copy.</param>
/// <param name="IsBlank">Less ink than a few characters make. Stains and what shines through are not ink.</param>
public sealed record PageInspection(
    int Width,
    int Height,
    double? Ppi,
    double Sharpness,
    double BlackClippedShare,
    double WhiteClippedShare,
    double MeanLuminance,
    double InkShare,
    bool IsBlank)
{
    /// <summary>Stars (0 to 4) by resolution only; null when the resolution is not known.</summary>
    public int? FadgiStarsByResolution => Ppi is { } ppi ? FadgiStars.ByResolution(ppi) : null;
}
