using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace Digitize.Decoder.Pdf;

/// <summary>A PDF of scans: for each page, how it will become pixels.</summary>
internal static class PdfScan
{
    public static DecoderAnswer Header(DecoderRequest request)
    {
        using var document = Open(request.Path);
        if (document.NumberOfPages > request.MaxPages)
        {
            return new DecoderAnswer { TooManyPages = document.NumberOfPages };
        }

        var frames = Enumerable.Range(0, document.NumberOfPages).Select(frame => PageOf(document, frame).Header);
        return new DecoderAnswer { Frames = [.. frames] };
    }

    /// <summary>Writes a page's scan into the folder as it lies in the PDF; a page that has to be drawn, not.</summary>
    public static DecoderAnswer TakeOut(DecoderRequest request)
    {
        using var document = Open(request.Path);
        var page = PageOf(document, request.Frame);
        if (page.Scan is not { } scan || scan.ReadBytes() is not { } bytes)
        {
            return new DecoderAnswer { Frames = [page.Header] };
        }

        var name = scan.IsJpeg ? "scan.jpg" : "scan.png";
        File.WriteAllBytes(Path.Combine(request.Folder, name), bytes);
        var stored = new DecodedFrame(scan.Width, scan.Height, page.Header.Ppi);
        return new DecoderAnswer { Frames = [stored], Picture = name, QuarterTurns = scan.QuarterTurns };
    }

    private static PdfDocument Open(string path)
    {
        PdfDocument document;
        try
        {
            document = PdfDocument.Open(
                path, new ParsingOptions { SkipMissingFonts = true, FilterProvider = BoundedFilters.Instance });
        }
        catch (PdfDocumentEncryptedException locked)
        {
            throw new DecoderFault("pdf-locked", locked.Message);
        }

        // A portfolio's one page is a cover; the documents are attached to it, and would be lost without a word.
        return document.Structure.Catalog.CatalogDictionary.ContainsKey(NameToken.Create("Collection"))
            ? throw new DecoderFault("pdf-portfolio", "the catalog has a Collection")
            : document;
    }

    private static PdfPage PageOf(PdfDocument document, int frame)
    {
        if (frame >= document.NumberOfPages)
        {
            throw new DecoderFault(null, $"{DecoderRequest.Pdf}: no page {frame + 1}");
        }

        var page = document.GetPage(frame + 1);
        return new PdfPage(page.Width, page.Height, FullPageImage.Find(page));
    }
}

/// <summary>One page: its size in points after its rotation, and the scan that is all of it, if there is one.</summary>
internal sealed record PdfPage(double WidthPoints, double HeightPoints, FullPageImage? Scan)
{
    private const int DrawingPpi = 300;
    private const double PointsPerInch = 72;

    public DecodedFrame Header
    {
        get
        {
            if (Scan is null)
            {
                return new DecodedFrame(Drawn(WidthPoints), Drawn(HeightPoints), DrawingPpi);
            }

            var (width, height) = Scan.IsSideways ? (Scan.Height, Scan.Width) : (Scan.Width, Scan.Height);
            var ppi = Math.Min(width * PointsPerInch / WidthPoints, height * PointsPerInch / HeightPoints);
            return new DecodedFrame(width, height, double.IsFinite(ppi) ? Math.Round(ppi, 2) : null);
        }
    }

    // As pdftoppm rounds; a page beyond what an int holds is beyond any limit too.
    private static int Drawn(double points) =>
        (int)Math.Min(int.MaxValue, Math.Ceiling(points * DrawingPpi / PointsPerInch));
}
