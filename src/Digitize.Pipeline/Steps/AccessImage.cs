using Digitize.Imaging;
using Digitize.Imaging.Deskew;
using NetVips;

namespace Digitize.Pipeline.Steps;

/// <summary>The page as readers see it: the master's pixels, straightened as the deskew step found.</summary>
internal static class AccessImage
{
    /// <summary>Lazy; dispose it before the master's local file.</summary>
    public static async Task<Image> OpenAsync(StepContext context, string masterPath, CancellationToken ct)
    {
        using var image = await ScanImage.OpenAsync(masterPath, context.Master.MediaType!, context.Page.Frame, ct);
        var geometry = await context.FiguresOfAsync<PageGeometry>("deskew", DeskewStep.Geometry, ct)
            ?? PageGeometry.Turned(image.Width, image.Height, 0);
        context.Page.Width = geometry.AccessWidth;
        context.Page.Height = geometry.AccessHeight;
        return Straightened.Apply(image, geometry);
    }
}
