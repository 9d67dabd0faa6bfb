using Digitize.Core.Inspection;
using Digitize.Imaging.Inspection;

namespace Digitize.Pipeline.Inspection;

/// <summary>Sets what was measured on a page against what its recipe asks.</summary>
public static class PageChecks
{
    // A JPEG is never lossless, whatever quality its tables claim.
    private const int LosslessQuality = 100;

    /// <summary>One for each of <see cref="CheckNames.OfPage"/>, in that order.</summary>
    public static IReadOnlyList<InspectionCheck> Of(PageInspection page, InspectOptions asked) =>
    [
        AtLeast(CheckNames.Ppi, page.Ppi, asked.MinimumPpi, asked.LowPpi),
        AtLeast(CheckNames.Sharpness, page.EdgeSharpness, asked.MinimumSharpness, asked.Blur),
        AtMost(CheckNames.ClippedBlack, page.IsBitonal ? null : page.BlackClippedShare, asked.ClippedBlackShare, asked.Clipping),
        AtMost(CheckNames.ClippedWhite, page.IsBitonal ? null : page.WhiteClippedShare, asked.ClippedShare, asked.Clipping),
        AtMost(CheckNames.Noise, page.Noise, asked.MaximumNoise, asked.Noise),
        AtMost(CheckNames.UnevenLight, page.LightFallOff, asked.MaximumFallOff, asked.UnevenLight),
        AtLeast(CheckNames.Blank, page.InkShare, asked.MinimumInkShare, asked.Blank),
        AtMost(CheckNames.ColourCast, page.ColourCast, asked.MaximumColourCast, asked.ColourCast),
        AtLeast(CheckNames.Profile, page.IsColour ? page.HasProfile ? 1 : 0 : null, 1, asked.MissingProfile),
        AtLeast(CheckNames.Compression, Quality(page), LeastQuality(asked), asked.PoorCompression),
        AtMost(CheckNames.BorderIntrusion, page.IntrusionShare, asked.MaximumIntrusion, asked.Intrusion),
        AtMost(CheckNames.Orientation, page.QuarterTurnsClockwise * 90, 0, asked.WrongOrientation),
    ];

    private static double? Quality(PageInspection page) =>
        page.IsLossless == true ? LosslessQuality : page.JpegQuality is { } quality ? Math.Min(quality, LosslessQuality - 1) : null;

    private static double LeastQuality(InspectOptions asked) =>
        asked.Compression == AllowedCompression.Lossless ? LosslessQuality : Math.Min(asked.MinimumJpegQuality, LosslessQuality - 1);

    private static InspectionCheck AtLeast(string name, double? measured, double threshold, Severity severity) =>
        Judged(name, measured, threshold, severity, measured >= threshold);

    private static InspectionCheck AtMost(string name, double? measured, double threshold, Severity severity) =>
        Judged(name, measured, threshold, severity, measured <= threshold);

    private static InspectionCheck Judged(string name, double? measured, double threshold, Severity severity, bool holds) =>
        new(name, measured, threshold, severity switch
        {
            Severity.Ignore => CheckVerdict.Ignored,
            _ when measured is null => CheckVerdict.Unknown,
            _ when holds => CheckVerdict.Pass,
            Severity.Refuse => CheckVerdict.Refuse,
            _ => CheckVerdict.Warn,
        });
}
