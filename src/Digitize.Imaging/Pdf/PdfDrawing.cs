using System.Globalization;
using Digitize.Imaging.Decoding;
using Digitize.Imaging.Probing;
using NetVips;

namespace Digitize.Imaging.Pdf;

/// <summary>
/// Draws a PDF page with poppler's <c>pdftoppm</c> in a process of its own, so that a page that hangs or crashes the
/// renderer takes nothing with it.
/// </summary>
internal static class PdfDrawing
{
    /// <exception cref="BrokenImageException">pdftoppm made no picture, or not within the limits.</exception>
    /// <exception cref="TimeoutException">This machine was too busy to tell.</exception>
    public static async Task<Image> DrawAsync(
        DecoderFolder folder, int frame, int ppi, ImageLimits limits, CancellationToken ct)
    {
        var target = folder["page"];
        var page = (frame + 1).ToString(CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "-f", page, "-l", page, "-singlefile", "-cropbox", "-tiff", "-tiffcompression", "none",
            "-r", ppi.ToString(CultureInfo.InvariantCulture), folder.Scan, target,
        ];
        var end = await ChildProcess.RunAsync(
            "pdftoppm", arguments, new ChildLimits(limits.DrawingCpuSeconds, limits.DecoderMegabytes), ct);
        var picture = target + ".tif";
        if (!File.Exists(picture))
        {
            throw BrokenImageException.Saying($"pdftoppm: {end.Complaint}");
        }

        // In memory, because the picture goes with its folder.
        using var drawn = Image.Tiffload(picture, failOn: Enums.FailOn.Error);
        return drawn.CopyMemory();
    }
}
