using Digitize.Imaging;
using NetVips;

namespace Digitize.Pipeline.Steps;

/// <summary>What was scanned of a page: its frame of the master, or the part of it that the page is.</summary>
internal static class PageScan
{
    /// <summary>As the scanner laid it, neither turned nor straightened. Dispose it before the master's local file.</summary>
    public static async Task<Image> OpenAsync(StepContext context, string masterPath, CancellationToken ct)
    {
        var frame = await OpenFrameAsync(context, masterPath, ct);
        if (RegionOf(context) is not { } region)
        {
            return frame;
        }

        using (frame)
        {
            return frame.ExtractArea(region.Left, region.Top, region.Width, region.Height);
        }
    }

    public static Task<Image> OpenFrameAsync(StepContext context, string masterPath, CancellationToken ct) =>
        context.Held.OpenAsync(
            NameOf(context), () => ScanImage.OpenAsync(masterPath, context.Master.MediaType!, context.Page.Frame, ct), ct);

    /// <summary>Null when the page is its whole frame.</summary>
    public static PixelRegion? RegionOf(StepContext context) => context.Page.Region is { } region
        ? new(region.Left, region.Top, region.Width, region.Height)
        : null;

    /// <summary>Of the frame's pixels: a master is named by its hash and never changes.</summary>
    public static string NameOf(StepContext context) => $"{context.Master.MasterBlob} {context.Page.Frame}";
}
