using Digitize.Decoder;
using Digitize.Imaging.Probing;
using NetVips;

namespace Digitize.Imaging.Decoding;

/// <summary>A scan that libvips does not read: its header, and its pixels by way of a temporary TIFF.</summary>
internal static class ForeignScan
{
    // Ten million pixels take the slowest of these decoders three seconds on one core.
    private const int PixelsPerCpuSecond = 3_300_000;

    public static async Task<FrameHeader> HeaderAsync(
        string path, string mediaType, ImageLimits limits, CancellationToken ct)
    {
        using var folder = new DecoderFolder(path);
        var answer = await DecoderProcess.RunAsync(
            DecoderRequest.Header, mediaType, 0, folder, limits.HeaderCpuSeconds, limits, ct);
        var frame = answer.Frames[0];
        return new FrameHeader(frame.Width, frame.Height, frame.Ppi);
    }

    /// <exception cref="BrokenImageException">Damaged, or it costs more than its size explains.</exception>
    /// <exception cref="TimeoutException">This machine was too busy to tell.</exception>
    public static async Task<Image> OpenAsync(
        string path, string mediaType, int frame, Enums.Access? access, ImageLimits limits, CancellationToken ct)
    {
        if (frame != 0)
        {
            throw new BrokenImageException($"{mediaType}: no frame {frame}");
        }

        var header = await HeaderAsync(path, mediaType, limits, ct);
        var cpuSeconds = limits.HeaderCpuSeconds + (int)((long)header.Width * header.Height / PixelsPerCpuSecond);
        var folder = new DecoderFolder(path);
        try
        {
            var answer = await DecoderProcess.RunAsync(
                DecoderRequest.Pixels, mediaType, frame, folder, cpuSeconds, limits, ct);
            var image = Image.Tiffload(folder[answer.Picture!], access: access, failOn: Enums.FailOn.Error);

            // libvips may open the file again while it is read; it goes with the last image that needs it.
            image.OnPostClose += folder.Dispose;
            return image;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }
}
