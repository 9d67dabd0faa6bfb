using Digitize.Imaging;
using Digitize.Imaging.Access;
using Digitize.Imaging.Deskew;
using NetVips;

namespace Digitize.Pipeline.Steps;

/// <summary>The page as readers see it: the master's pixels, turned, straightened and cut as the deskew step found.</summary>
internal static class AccessImage
{
    /// <summary>Decoded once already, for pixels that are wanted in memory. Dispose it before the master's local file.</summary>
    public static async Task<Image> OpenAsync(StepContext context, string masterPath, CancellationToken ct)
    {
        using var frame = await PageScan.OpenFrameAsync(context, masterPath, ct);
        return await OfFrameAsync(context, frame, ct);
    }

    /// <summary>
    /// Opens the page to be pulled once from top to bottom, whatever its size, and does the work on it. What an earlier
    /// step decoded is not decoded again.
    /// </summary>
    /// <exception cref="BrokenImageException">The master's pixels cannot be decoded.</exception>
    /// <exception cref="VipsException">They can, but something else failed: no room, no rights.</exception>
    public static async Task StreamAsync(StepContext context, Func<Image, Task> work, CancellationToken ct)
    {
        if (context.Held.Find(PageScan.NameOf(context)) is { } held)
        {
            using (held)
            {
                using var image = await OfFrameAsync(context, held, ct);
                await work(image);
                return;
            }
        }

        using var master = await context.OpenMasterAsync(ct);
        var (mediaType, frame) = (context.Master.MediaType!, context.Page.Frame);
        try
        {
            using var source = await AccessSource.OpenAsync(
                master.Path, mediaType, frame, await GeometryAsync(context, ct), context.SpoolFolder, ct);
            await work(source.Image);
        }
        catch (VipsException)
        {
            // libvips reads and writes in one call and does not say which of them failed.
            using var whole = await ScanImage.OpenAsync(master.Path, mediaType, frame, ct);
            throw;
        }
    }

    private static async Task<Image> OfFrameAsync(StepContext context, Image frame, CancellationToken ct)
    {
        var geometry = (await GeometryAsync(context, ct))(frame.Width, frame.Height);
        return geometry.IsLossless
            ? Straightened.Apply(frame, geometry)
            : await context.Held.OpenAsync(
                $"{PageScan.NameOf(context)} {geometry}", () => Task.FromResult(Straightened.Apply(frame, geometry)), ct);
    }

    private static async Task<Func<int, int, PageGeometry>> GeometryAsync(StepContext context, CancellationToken ct)
    {
        var found = await context.FiguresOfAsync<PageGeometry>("deskew", DeskewStep.Geometry, ct);
        return (width, height) =>
        {
            var geometry = found ?? PageGeometry.Of(
                width, height, PageScan.RegionOf(context), context.Page.Region?.QuarterTurns ?? 0, clockwiseDegrees: 0);
            context.Page.Width = geometry.AccessWidth;
            context.Page.Height = geometry.AccessHeight;
            return geometry;
        };
    }
}
