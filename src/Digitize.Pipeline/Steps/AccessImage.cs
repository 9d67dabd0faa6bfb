using Digitize.Imaging.Deskew;
using NetVips;

namespace Digitize.Pipeline.Steps;

/// <summary>The page as readers see it: the master's pixels, turned, straightened and cut as the deskew step found.</summary>
internal static class AccessImage
{
    /// <summary>Lazy; dispose it before the master's local file.</summary>
    public static async Task<Image> OpenAsync(StepContext context, string masterPath, CancellationToken ct)
    {
        using var frame = await PageScan.OpenFrameAsync(context, masterPath, ct);
        var geometry = await context.FiguresOfAsync<PageGeometry>("deskew", DeskewStep.Geometry, ct)
            ?? PageGeometry.Of(
                frame.Width, frame.Height, PageScan.RegionOf(context), context.Page.Region?.QuarterTurns ?? 0, clockwiseDegrees: 0);
        context.Page.Width = geometry.AccessWidth;
        context.Page.Height = geometry.AccessHeight;
        return Straightened.Apply(frame, geometry);
    }
}
