using Digitize.Imaging;
using Digitize.Imaging.Probing;
using Digitize.Ocr;

namespace Digitize.Cli.Hosting;

/// <summary>A file's first frame as the engines take it.</summary>
internal static class PagePixels
{
    /// <exception cref="InvalidDataException">The image is refused; the message names it.</exception>
    public static async Task<OcrImage> OfAsync(string path, CancellationToken ct)
    {
        var probe = await ScanProbe.ProbeAsync(path, path, new ImageLimits(), ct);
        if (!probe.IsAccepted)
        {
            throw new InvalidDataException(probe.Reason.Text(Say.Culture));
        }

        using var image = await ScanImage.OpenAsync(path, probe.Header.MediaType, 0, ct);
        return new OcrImage(image.Width, image.Height, image.Bands, image.Width * image.Bands, null, image.WriteToMemory<byte>());
    }
}
