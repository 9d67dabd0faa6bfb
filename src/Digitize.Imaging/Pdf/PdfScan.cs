using Digitize.Imaging.Probing;
using UglyToad.PdfPig;

namespace Digitize.Imaging.Pdf;

/// <summary>A PDF of scans: for each page, how it will become pixels.</summary>
internal sealed class PdfScan : IDisposable
{
    private readonly PdfDocument _document;

    private PdfScan(PdfDocument document) => _document = document;

    public int Pages => _document.NumberOfPages;

    /// <exception cref="BrokenImageException">No PDF, encrypted, or damaged.</exception>
    public static PdfScan Open(string path) => Guard(() => new PdfScan(PdfDocument.Open(
        path,
        new ParsingOptions { SkipMissingFonts = true, FilterProvider = BoundedFilters.Instance })));

    /// <param name="frame">From 0.</param>
    /// <exception cref="BrokenImageException">No such page, or its content is damaged.</exception>
    public PdfPage Page(int frame) => Guard(() =>
    {
        if (frame < 0 || frame >= Pages)
        {
            throw new BrokenImageException($"{ScanMediaTypes.Pdf}: no page {frame + 1}");
        }

        var page = _document.GetPage(frame + 1);
        return new PdfPage(page.Width, page.Height, FullPageImage.Find(page));
    });

    public void Dispose() => _document.Dispose();

    // PdfPig meets hostile bytes with whatever exception the spot happens to raise.
    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is not (BrokenImageException or IOException or UnauthorizedAccessException))
        {
            throw BrokenImageException.From(fault);
        }
    }
}

/// <summary>One page: its size in points after its rotation, and the scan that is all of it, if there is one.</summary>
internal sealed record PdfPage(double WidthPoints, double HeightPoints, FullPageImage? Scan)
{
    public const int DrawingPpi = 300;
    private const double PointsPerInch = 72;

    public FrameHeader Header
    {
        get
        {
            if (Scan is null)
            {
                return new FrameHeader(Drawn(WidthPoints), Drawn(HeightPoints), DrawingPpi);
            }

            var (width, height) = Scan.IsSideways ? (Scan.Height, Scan.Width) : (Scan.Width, Scan.Height);
            var ppi = Math.Min(width * PointsPerInch / WidthPoints, height * PointsPerInch / HeightPoints);
            return new FrameHeader(width, height, Math.Round(ppi, 2));
        }
    }

    // As pdftoppm rounds; a page beyond what an int holds is beyond any limit too.
    private static int Drawn(double points) =>
        (int)Math.Min(int.MaxValue, Math.Ceiling(points * DrawingPpi / PointsPerInch));
}
