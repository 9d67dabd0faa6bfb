using Digitize.Imaging.Pdf;
using Digitize.Imaging.Probing;
using Digitize.Imaging.Probing.Tiff;

namespace Digitize.Imaging.Inspection;

/// <summary>How a master's pixels were packed, from the file's own tables.</summary>
/// <param name="IsLossless">Null when the format does not tell.</param>
/// <param name="JpegQuality">1 to 100; null when it is no JPEG, or its tables cannot be read.</param>
public sealed record Compression(bool? IsLossless, int? JpegQuality)
{
    // Tables stand before the pixels; thumbnails and colour profiles may come first.
    private const int JpegHeaderBytes = 1 << 20;
    private const int MostTablesBytes = 64 * 1024;

    private static readonly Compression Unknown = new(null, null);

    /// <param name="mediaType">One of <see cref="ScanMediaTypes"/>.</param>
    /// <param name="frame">From 0.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="BrokenImageException">A PDF that cannot be opened.</exception>
    public static async Task<Compression> OfAsync(string path, string mediaType, int frame, CancellationToken ct) => mediaType switch
    {
        ScanMediaTypes.Jpeg => new(false, JpegTables.Quality(Start(path))),
        ScanMediaTypes.Png => new(true, null),
        ScanMediaTypes.Tiff => await Task.Run(() => OfTiff(path, frame), ct),
        ScanMediaTypes.Pdf => await OfPdfAsync(path, frame, ct),
        _ => Unknown,
    };

    private static byte[] Start(string path)
    {
        using var file = File.OpenRead(path);
        var start = new byte[Math.Min(file.Length, JpegHeaderBytes)];
        return start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
    }

    private static Compression OfTiff(string path, int frame)
    {
        try
        {
            var pages = TiffPages.Among(TiffPages.DirectoriesOf(path, int.MaxValue));
            return pages.ElementAtOrDefault(frame) switch
            {
                { IsJpeg: true } jpeg => new(false, QualityOf(path, jpeg)),
                { IsLossless: true } => new(true, null),
                _ => Unknown,
            };
        }
        catch (BrokenImageException)
        {
            // Opening the frame tells what is wrong with it; this only describes.
            return Unknown;
        }
    }

    private static int? QualityOf(string path, TiffDirectory jpeg)
    {
        if (jpeg.JpegTables is not { Count: <= MostTablesBytes } tables)
        {
            return null;
        }

        using var file = File.OpenRead(path);
        return JpegTables.Quality([.. new TiffReader(file).Numbers(tables).Select(number => (byte)number)]);
    }

    private static async Task<Compression> OfPdfAsync(string path, int frame, CancellationToken ct) =>
        await PdfPageImage.StoredAsync(path, frame, ImageLimits.Default, ct) switch
        {
            null => Unknown,
            { IsJpeg: true } scan => new(false, JpegTables.Quality(scan.Bytes)),
            _ => new(true, null),
        };
}
