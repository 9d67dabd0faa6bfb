using Digitize.Decoder;
using Digitize.Imaging.Decoding;
using Digitize.Imaging.Probing;
using NetVips;

namespace Digitize.Imaging.Pdf;

/// <summary>One page of a PDF as pixels: the scan taken out as it is, or the page drawn.</summary>
internal static class PdfPageImage
{
    private const double MillimetresPerInch = 25.4;
    private const int DrawingPpi = 300;
    private const int BytesPerCpuSecond = 1 << 20;

    /// <summary>The pages' sizes, as they will be opened.</summary>
    /// <exception cref="BrokenImageException">No PDF, locked, damaged, or too costly to read.</exception>
    public static async Task<DecoderAnswer> HeadersAsync(string path, ImageLimits limits, CancellationToken ct)
    {
        using var folder = new DecoderFolder(path);
        return await DecoderProcess.RunAsync(
            DecoderRequest.Header, ScanMediaTypes.Pdf, 0, folder, CpuSeconds(path, limits), limits, ct);
    }

    /// <exception cref="BrokenImageException">Damaged PDF or image.</exception>
    /// <exception cref="TimeoutException">This machine was too busy to tell.</exception>
    public static async Task<Image> OpenAsync(string path, int frame, ImageLimits limits, CancellationToken ct)
    {
        using var folder = new DecoderFolder(path);
        var page = await DecoderProcess.RunAsync(
            DecoderRequest.Pixels, ScanMediaTypes.Pdf, frame, folder, CpuSeconds(path, limits), limits, ct);
        if (page.Picture is not { } name)
        {
            return await PdfDrawing.DrawAsync(folder, frame, DrawingPpi, limits, ct);
        }

        var bytes = await File.ReadAllBytesAsync(folder[name], ct);
        var image = IsJpeg(name)
            ? Image.JpegloadBuffer(bytes, failOn: Enums.FailOn.Error)
            : Image.PngloadBuffer(bytes, failOn: Enums.FailOn.Error);
        var stored = page.Frames[0];
        if (image.Width != stored.Width || image.Height != stored.Height)
        {
            using (image)
            {
                throw new BrokenImageException(
                    $"PDF says {stored.Width} × {stored.Height}, its image is {image.Width} × {image.Height}",
                    code: "image-size");
            }
        }

        var pixelsPerMillimetre = (stored.Ppi ?? DrawingPpi) / MillimetresPerInch;
        return image
            .Then(i => page.QuarterTurns == 0 ? i.Copy() : i.Rot((Enums.Angle)page.QuarterTurns))
            .Then(i => i.Copy(xres: pixelsPerMillimetre, yres: pixelsPerMillimetre));
    }

    /// <summary>The one picture that a page is, as it lies in the PDF; null when the page has to be drawn.</summary>
    /// <exception cref="BrokenImageException">Damaged PDF.</exception>
    /// <exception cref="TimeoutException">This machine was too busy to tell.</exception>
    public static async Task<StoredPicture?> StoredAsync(string path, int frame, ImageLimits limits, CancellationToken ct)
    {
        using var folder = new DecoderFolder(path);
        var page = await DecoderProcess.RunAsync(
            DecoderRequest.Pixels, ScanMediaTypes.Pdf, frame, folder, CpuSeconds(path, limits), limits, ct);
        return page.Picture is { } name
            ? new(await File.ReadAllBytesAsync(folder[name], ct), IsJpeg(name))
            : null;
    }

    private static bool IsJpeg(string name) => Path.GetExtension(name) == ".jpg";

    // A book of a thousand pages with its text is long to read, and long.
    private static int CpuSeconds(string path, ImageLimits limits) =>
        limits.HeaderCpuSeconds + (int)Math.Min(600, new FileInfo(path).Length / BytesPerCpuSecond);
}

internal sealed record StoredPicture(byte[] Bytes, bool IsJpeg);
