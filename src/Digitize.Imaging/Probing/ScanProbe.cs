using Digitize.Core.Outcomes;
using Digitize.Imaging.Decoding;
using Digitize.Imaging.Pdf;
using Digitize.Imaging.Probing.Tiff;

namespace Digitize.Imaging.Probing;

/// <summary>Tells from a file's header whether it is a scan that may be decoded.</summary>
public static class ScanProbe
{
    /// <summary>
    /// Reads headers only: a truncated file can pass here and fails in <see cref="ScanImage.OpenAsync"/>.
    /// </summary>
    /// <param name="originalName">The name the file came with, for the reason's sentence.</param>
    /// <exception cref="IOException">The file cannot be read just now; that says nothing about the image.</exception>
    public static async Task<ProbeResult> ProbeAsync(
        string path, string originalName, ImageLimits limits, CancellationToken ct)
    {
        VipsSetup.Once();
        var start = await ReadStartAsync(path, ct);
        if (start.Length == 0)
        {
            return ProbeResult.Refuse(new Reason("file-empty", originalName));
        }

        var mediaType = ScanMediaTypes.Of(start);
        if (!ScanMediaTypes.IsTaken(mediaType))
        {
            return ProbeResult.Refuse(new Reason("file-unsupported", originalName, mediaType));
        }

        try
        {
            return ProbeResult.Accept(await HeaderAsync(path, mediaType, limits, ct));
        }
        catch (BeyondLimitException beyond)
        {
            return ProbeResult.Refuse(new Reason("image-too-large", originalName, beyond.Found, beyond.Allowed));
        }
        catch (BrokenImageException broken)
        {
            return ProbeResult.Refuse(broken.ReasonFor(originalName));
        }
        catch (TimeoutException busy)
        {
            throw new IOException(busy.Message, busy);
        }
    }

    private static async Task<byte[]> ReadStartAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        var start = new byte[ScanMediaTypes.HeaderBytes];
        var length = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct);
        return start[..length];
    }

    private static async Task<ImageHeader> HeaderAsync(
        string path, string mediaType, ImageLimits limits, CancellationToken ct)
    {
        var fileBytes = new FileInfo(path).Length;
        var check = new LimitCheck(limits, fileBytes);
        if (mediaType == ScanMediaTypes.Pdf)
        {
            return new ImageHeader(mediaType, await PdfFramesAsync(path, limits, check, ct));
        }

        var directories = mediaType == ScanMediaTypes.Tiff
            ? await Task.Run(() => TiffPages.DirectoriesOf(path, limits.MaxFrames), ct)
            : [];
        mediaType = directories.Count > 0 ? RawKinds.Of(directories[0]) ?? mediaType : mediaType;
        List<FrameHeader> frames = mediaType switch
        {
            ScanMediaTypes.Tiff => await Task.Run(() => TiffHeader.Frames(path, directories, fileBytes, check), ct),
            _ when ScanMediaTypes.IsNative(mediaType) => await Task.Run(() => SingleFrame(path, mediaType, check), ct),
            _ => [check.Size(await ForeignScan.HeaderAsync(path, mediaType, limits, ct))],
        };
        check.Claim(frames);
        return new ImageHeader(mediaType, frames);
    }

    private static List<FrameHeader> SingleFrame(string path, string mediaType, LimitCheck check)
    {
        using var image = StoredScan.Load(path, mediaType, 0);
        check.Bands(image.Bands);

        // Moving pictures are no scans, and taking only the first would lose the others without a word.
        return image.Contains("n-pages") && (int)image.Get("n-pages") > 1
            ? throw new BrokenImageException($"{mediaType}: {image.Get("n-pages")} frames", code: "image-moving")
            : [check.Size(new FrameHeader(image.Width, image.Height, FrameHeader.PpiOf(image)))];
    }

    private static async Task<List<FrameHeader>> PdfFramesAsync(
        string path, ImageLimits limits, LimitCheck check, CancellationToken ct)
    {
        var pdf = await PdfPageImage.HeadersAsync(path, limits, ct);
        check.PdfPages(pdf.TooManyPages ?? pdf.Frames.Count);
        return pdf.Frames.Select(page => check.Size(new FrameHeader(page.Width, page.Height, page.Ppi))).ToList();
    }
}
