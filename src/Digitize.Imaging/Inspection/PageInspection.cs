using Digitize.Imaging.Deskew;

namespace Digitize.Imaging.Inspection;

/// <summary>What can be measured on a page image that has no target chart in it.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Ppi">Of the original; null when neither the file nor anybody says.</param>
/// <param name="BlackClippedShare">Pixels of the sheet at black, 0 to 1; the scanner's bed is not counted.</param>
/// <param name="WhiteClippedShare">Pixels of the sheet with a channel at white, 0 to 1.</param>
/// <param name="MeanLuminance">0 black to 255 white.</param>
/// <param name="InkShare">Pixels of thin dark strokes of all inside the margin, 0 to 1, on a reduced copy.</param>
/// <param name="IsBlank">Less ink than a few characters make. Stains and what shines through are not ink.</param>
public sealed record PageInspection(
    int Width,
    int Height,
    double? Ppi,
    double BlackClippedShare,
    double WhiteClippedShare,
    double MeanLuminance,
    double InkShare,
    bool IsBlank)
{
    /// <summary>Null when <see cref="Ppi"/> is.</summary>
    public PpiSource? PpiFrom { get; init; }

    /// <summary>
    /// The steepest step of a stroke's edge as a share of its whole rise, 0 to 1, in the worse of both directions: 0.5
    /// is an edge two pixels wide. Independent of how much ink there is; null where there are too few edges.
    /// </summary>
    public double? EdgeSharpness { get; init; }

    /// <summary>Standard deviation on bare paper, in levels of 255, of what changes from pixel to pixel.</summary>
    public double? Noise { get; init; }

    /// <summary>How much darker the paper is at its darkest than at its lightest, 0 to 1, as a smooth surface.</summary>
    public double? LightFallOff { get; init; }

    /// <summary>CIELAB units that the paper's colour lies outside what papers have, yellow and brown ones included.</summary>
    public double? ColourCast { get; init; }

    /// <summary>Share of the sheet that a finger covers or a folded corner lacks, 0 to 1.</summary>
    public double? IntrusionShare { get; init; }

    public bool IsColour { get; init; }

    /// <summary>Nothing but black and white: most of what is measured here has no meaning then.</summary>
    public bool IsBitonal { get; init; }

    /// <summary>The file says what its colours mean.</summary>
    public bool HasProfile { get; init; }

    /// <summary>Null when the format does not tell.</summary>
    public bool? IsLossless { get; init; }

    /// <summary>1 to 100, estimated from the quantisation tables; null when it is no JPEG.</summary>
    public int? JpegQuality { get; init; }

    /// <summary>Quarter turns clockwise that would set the page upright; null when nothing tells.</summary>
    public int? QuarterTurnsClockwise { get; init; }

    /// <summary>0 to 1.</summary>
    public double? OrientationConfidence { get; init; }

    /// <summary>Stars (0 to 4) by resolution only; null when the resolution is not known.</summary>
    public int? FadgiStarsByResolution => Ppi is { } ppi ? FadgiStars.ByResolution(ppi) : null;

    /// <summary>The same with the resolution that follows from the original's size, which no file's tag outweighs.</summary>
    /// <param name="widthMm">Millimetres of the whole image; 0 when not known.</param>
    /// <param name="heightMm">Likewise.</param>
    public PageInspection OfSize(double widthMm, double heightMm)
    {
        const double MillimetresPerInch = 25.4;
        var ppi = Math.Min(
            widthMm > 0 ? Width * MillimetresPerInch / widthMm : double.PositiveInfinity,
            heightMm > 0 ? Height * MillimetresPerInch / heightMm : double.PositiveInfinity);
        return double.IsFinite(ppi) ? this with { Ppi = Math.Round(ppi, 2), PpiFrom = PpiSource.PhysicalSize } : this;
    }
}

/// <summary>Who says how many pixels an inch of the original has.</summary>
public enum PpiSource
{
    File,
    PhysicalSize,
}

/// <param name="Inspection">The figures.</param>
/// <param name="Fingerprint">See <see cref="Inspection.Fingerprint"/>; null for a blank page, as all of them look alike.</param>
public sealed record InspectedPage(PageInspection Inspection, string? Fingerprint)
{
    /// <summary>Of the page as it lies; null when nobody looked.</summary>
    public SkewEstimate? Skew { get; init; }
}
