using System.Globalization;
using Digitize.Core.Outcomes;
using Digitize.Imaging.Pdf;

namespace Digitize.Imaging.Probing;

/// <summary>Tells from a file's header whether it is a scan that may be decoded.</summary>
public static class ScanProbe
{
    /// <summary>
    /// Reads headers only: a truncated file can pass here and fails in <see cref="ScanImage.OpenAsync"/>.
    /// </summary>
    /// <param name="originalName">The name the file came with, for the reason's sentence.</param>
    /// <exception cref="IOException">The file cannot be read; that says nothing about the image.</exception>
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
            var frames = await Task.Run(() => Frames(path, mediaType, limits, ct), ct);
            return ProbeResult.Accept(new ImageHeader(mediaType, frames));
        }
        catch (BeyondLimitException beyond)
        {
            return ProbeResult.Refuse(new Reason("image-too-large", originalName, beyond.Found, beyond.Allowed));
        }
        catch (BrokenImageException broken)
        {
            return ProbeResult.Refuse(broken.ReasonFor(originalName));
        }
    }

    private static async Task<byte[]> ReadStartAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        var start = new byte[ScanMediaTypes.HeaderBytes];
        var length = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct);
        return start[..length];
    }

    private static List<FrameHeader> Frames(string path, string mediaType, ImageLimits limits, CancellationToken ct)
    {
        if (mediaType == ScanMediaTypes.Pdf)
        {
            return PdfFrames(path, limits, ct);
        }

        var frames = new List<FrameHeader>();
        for (int frame = 0, count = 1; frame < count; frame++)
        {
            ct.ThrowIfCancellationRequested();
            using var image = ScanImage.Load(path, mediaType, frame);
            count = image.Contains("n-pages") ? (int)image.Get("n-pages") : 1;
            Check(count, limits.MaxFrames, nameof(limits.MaxFrames));
            Check(image.Bands, limits.MaxBands, nameof(limits.MaxBands));
            frames.Add(Checked(new FrameHeader(image.Width, image.Height, FrameHeader.PpiOf(image)), limits));
        }

        return frames;
    }

    private static List<FrameHeader> PdfFrames(string path, ImageLimits limits, CancellationToken ct)
    {
        using var pdf = PdfScan.Open(path);
        Check(pdf.Pages, limits.MaxPdfPages, nameof(limits.MaxPdfPages));
        var frames = new List<FrameHeader>();
        for (var frame = 0; frame < pdf.Pages; frame++)
        {
            ct.ThrowIfCancellationRequested();
            frames.Add(Checked(pdf.Page(frame).Header, limits));
        }

        return frames;
    }

    private static FrameHeader Checked(FrameHeader frame, ImageLimits limits)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"{frame.Width} × {frame.Height}");
        Check(Math.Max(frame.Width, frame.Height), limits.MaxDimension, nameof(limits.MaxDimension), size);
        Check((long)frame.Width * frame.Height, limits.MaxPixels, nameof(limits.MaxPixels), size);
        return frame;
    }

    // The name of the setting is what an administrator raises, in either language.
    private static void Check(long found, long allowed, string setting, string? shown = null)
    {
        if (found > allowed)
        {
            throw new BeyondLimitException(
                shown ?? found.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{setting} = {allowed}"));
        }
    }

    private sealed class BeyondLimitException(string found, string allowed) : Exception
    {
        public string Found { get; } = found;

        public string Allowed { get; } = allowed;
    }
}
