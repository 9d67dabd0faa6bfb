using Digitize.Imaging.Deskew;
using Digitize.Imaging.Inspection;
using NetVips;

namespace Digitize.Pipeline.Steps;

/// <summary>Which way up a page's scan lies: what inspect found, for looking once is enough.</summary>
internal static class WayUp
{
    /// <param name="scan">The page's part of its frame, as the scanner laid it; looked at where inspect told nothing.</param>
    public static async Task<OrientationEstimate> OfAsync(StepContext context, Image scan, CancellationToken ct)
    {
        var told = await context.FiguresOfAsync<PageInspection>("inspect", "inspection", ct);
        return told is { IsBlank: false, OrientationConfidence: { } confidence } && (told.Width, told.Height) == (scan.Width, scan.Height)
            ? new(told.QuarterTurnsClockwise ?? 0, confidence)
            : await Task.Run(() => OrientationEstimator.Estimate(scan), ct);
    }
}
