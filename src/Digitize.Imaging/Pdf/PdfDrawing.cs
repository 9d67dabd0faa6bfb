using System.Globalization;
using NetVips;

namespace Digitize.Imaging.Pdf;

/// <summary>
/// Draws a PDF page with poppler's <c>pdftoppm</c> in a process of its own, so that a page that hangs or crashes the
/// renderer takes nothing with it.
/// </summary>
internal static class PdfDrawing
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <exception cref="BrokenImageException">pdftoppm made no picture.</exception>
    /// <exception cref="TimeoutException">It was killed after two minutes.</exception>
    public static async Task<Image> DrawAsync(string path, int frame, int ppi, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("digitize-pdf-");
        try
        {
            var target = Path.Combine(folder.FullName, "page");
            var page = (frame + 1).ToString(CultureInfo.InvariantCulture);
            string[] arguments =
            [
                "-f", page, "-l", page, "-singlefile", "-cropbox", "-tiff", "-tiffcompression", "none",
                "-r", ppi.ToString(CultureInfo.InvariantCulture), Path.GetFullPath(path), target,
            ];
            var complaint = await ChildProcess.RunAsync("pdftoppm", arguments, Patience, ct);
            var picture = target + ".tif";
            if (!File.Exists(picture))
            {
                throw new BrokenImageException($"pdftoppm: {complaint}");
            }

            // In memory, because the picture goes with its folder.
            using var drawn = Image.Tiffload(picture, failOn: Enums.FailOn.Error);
            return drawn.CopyMemory();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
