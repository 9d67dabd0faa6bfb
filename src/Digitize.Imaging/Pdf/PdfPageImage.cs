using NetVips;

namespace Digitize.Imaging.Pdf;

/// <summary>One page of a PDF as pixels: the scan taken out as it is, or the page drawn.</summary>
internal static class PdfPageImage
{
    private const double MillimetresPerInch = 25.4;

    /// <exception cref="BrokenImageException">Damaged PDF or image.</exception>
    /// <exception cref="TimeoutException">Drawing took too long.</exception>
    public static async Task<Image> OpenAsync(string path, int frame, CancellationToken ct)
    {
        var (page, bytes) = await Task.Run(() => Read(path, frame), ct);
        ct.ThrowIfCancellationRequested();
        if (page.Scan is not { } scan || bytes is null)
        {
            return await PdfDrawing.DrawAsync(path, frame, PdfPage.DrawingPpi, ct);
        }

        var image = scan.IsJpeg
            ? Image.JpegloadBuffer(bytes, failOn: Enums.FailOn.Error)
            : Image.PngloadBuffer(bytes, failOn: Enums.FailOn.Error);
        if (image.Width != scan.Width || image.Height != scan.Height)
        {
            using (image)
            {
                throw new BrokenImageException(
                    $"PDF says {scan.Width} × {scan.Height}, its image is {image.Width} × {image.Height}");
            }
        }

        var pixelsPerMillimetre = page.Header.Ppi!.Value / MillimetresPerInch;
        return image
            .Then(i => scan.QuarterTurns == 0 ? i.Copy() : i.Rot((Enums.Angle)scan.QuarterTurns))
            .Then(i => i.Copy(xres: pixelsPerMillimetre, yres: pixelsPerMillimetre));
    }

    private static (PdfPage Page, byte[]? Bytes) Read(string path, int frame)
    {
        using var pdf = PdfScan.Open(path);
        var page = pdf.Page(frame);
        return (page, page.Scan?.ReadBytes());
    }
}
