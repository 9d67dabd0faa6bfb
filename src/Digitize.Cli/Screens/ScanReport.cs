using System.Runtime.CompilerServices;
using Digitize.Core.Inspection;
using Digitize.Core.Outcomes;
using Digitize.Imaging;
using Digitize.Imaging.Deskew;
using Digitize.Imaging.Inspection;
using Digitize.Imaging.Probing;
using Digitize.Pipeline.Inspection;

namespace Digitize.Cli.Screens;

/// <summary>What <c>inspect</c> tells of one frame of a file, or why it cannot.</summary>
/// <param name="Frame">From 1.</param>
/// <param name="Verdict">The worst of the checks; null with a reason.</param>
/// <param name="Reason">Then all that follows is null.</param>
internal sealed record ScanReport(
    string File,
    int Frame,
    CheckVerdict? Verdict,
    UnreadReason? Reason,
    IReadOnlyList<InspectionCheck>? Checks,
    PageInspection? Inspection,
    SkewFigures? Skew,
    OrientationFigures? Orientation,
    string? Fingerprint)
{
    public static async IAsyncEnumerable<ScanReport> OfFileAsync(
        string file, InspectOptions asked, ImageLimits limits, [EnumeratorCancellation] CancellationToken ct)
    {
        var (header, reason) = await ProbeAsync(file, limits, ct);
        if (header is null)
        {
            yield return Unread(file, 1, reason!);
            yield break;
        }

        for (var frame = 0; frame < header.Frames.Count; frame++)
        {
            yield return await OfFrameAsync(file, header.MediaType, frame, asked, ct);
        }
    }

    private static async Task<(ImageHeader? Header, Reason? Reason)> ProbeAsync(string file, ImageLimits limits, CancellationToken ct)
    {
        try
        {
            var probe = await ScanProbe.ProbeAsync(file, file, limits, ct);
            return (probe.Header, probe.Reason);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, new Reason("file-unreadable", file, fault.Message));
        }
    }

    private static async Task<ScanReport> OfFrameAsync(string file, string mediaType, int frame, InspectOptions asked, CancellationToken ct)
    {
        try
        {
            using var image = await ScanImage.OpenAsync(file, mediaType, frame, ct);
            var (inspection, fingerprint) = await PageLook.AtAsync(image, file, mediaType, frame, asked, null, null, ct);
            var checks = PageChecks.Of(inspection, asked);
            var skew = SkewEstimator.Estimate(image);
            return new(file, frame + 1, checks.Max(check => check.Verdict), null, checks, inspection,
                new(skew.Degrees, skew.Confidence),
                new(inspection.QuarterTurnsClockwise * 90, inspection.OrientationConfidence), fingerprint);
        }
        catch (BrokenImageException broken)
        {
            return Unread(file, frame + 1, broken.ReasonFor(file));
        }
        catch (TimeoutException late)
        {
            return Unread(file, frame + 1, new Reason("image-broken", file, late.Message));
        }
    }

    private static ScanReport Unread(string file, int frame, Reason reason) =>
        new(file, frame, null, new(reason.Code, reason.Text(Say.Culture)), null, null, null, null, null);
}

internal sealed record UnreadReason(string Code, string Text);

/// <param name="Degrees">Positive when lines rise to the right.</param>
internal sealed record SkewFigures(double Degrees, double Confidence);

/// <param name="DegreesToTurn">Clockwise; null when nothing tells.</param>
internal sealed record OrientationFigures(int? DegreesToTurn, double? Confidence);
