using System.Globalization;
using System.Text;
using Digitize.Core.Text;
using Digitize.Formats.Export;
using Digitize.Formats.Records;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Pdf;

/// <summary>The pages, each written as it comes: image, text, page. Only numbers and headings are kept.</summary>
internal sealed class PdfPages(PdfFile file, DocumentRecord document)
{
    /// <summary>Taken for a page that does not say, and for one whose word cannot be true.</summary>
    private const double UsualPixelsPerInch = 300;

    private const double PointsPerInch = 72;

    /// <summary>Points; what a reader must be able to show (ISO 19005-2, 6.1.13).</summary>
    private const double LongestEdge = 14_400;

    /// <summary>Points; A4 upright, for a page that has no image but keeps its place.</summary>
    private static readonly (double Width, double Height) Blank = (595, 842);

    private readonly PdfFonts _fonts = new(file);
    private readonly PdfGlyphs _glyphs = new();
    private readonly PdfOutline _outline = new();
    private readonly List<int> _pages = [];
    private readonly int _tree = file.Reserve();
    private readonly string? _language = LanguageTag.OrNull(document.Language);

    public async Task AddAsync(PageRecord page, PageImage? image, TextPage? text, CancellationToken ct)
    {
        var (width, height) = SizeOf(image);
        var (number, content) = (file.Reserve(), file.Reserve());
        var resources = _fonts.Resource;
        if (image is not null)
        {
            var picture = file.Reserve();
            resources += $" /XObject << /I {PdfValue.Reference(picture)} >>";
            await file.WriteStreamAsync(picture, ImageEntries(image), image.Jpeg, ct);
        }

        var drawing = Drawing(width, height, image is not null, text, ct);
        await file.WriteDeflatedAsync(content, "", Encoding.ASCII.GetBytes(drawing), ct);
        await file.WriteObjectAsync(
            number,
            $"<< /Type /Page /Parent {PdfValue.Reference(_tree)} /MediaBox [0 0 {PdfValue.Number(width)} {PdfValue.Number(height)}] "
                + $"/Contents {PdfValue.Reference(content)} /Resources << {resources} >> >>",
            ct);
        _pages.Add(number);
        _outline.Add(number, LabelOf(page), height, text);
    }

    /// <summary>What the catalogue says of the pages, and the objects it points to.</summary>
    public async Task<string> FinishAsync(CancellationToken ct)
    {
        await _fonts.WriteAsync(_glyphs, ct);
        var kids = string.Join(' ', _pages.Select(PdfValue.Reference));
        await file.WriteObjectAsync(
            _tree,
            string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Kids [{kids}] /Count {_pages.Count} >>"),
            ct);
        var entries = $"/Pages {PdfValue.Reference(_tree)}";
        if (await _outline.WriteAsync(file, ct) is { } outline)
        {
            entries += $" /Outlines {PdfValue.Reference(outline)}";
            entries += _outline.HasHeadings ? " /PageMode /UseOutlines" : "";
        }

        if (document.Pages.Any(page => !string.IsNullOrWhiteSpace(page.Label)))
        {
            var labels = document.Pages.Select((page, index) => string.Create(
                CultureInfo.InvariantCulture, $"{index} << /P {PdfValue.Text(LabelOf(page))} >>"));
            entries += $" /PageLabels << /Nums [{string.Join(' ', labels)}] >>";
        }

        return entries;
    }

    private string Drawing(double width, double height, bool hasImage, TextPage? text, CancellationToken ct)
    {
        var drawing = new StringBuilder();
        if (hasImage)
        {
            drawing.Append(CultureInfo.InvariantCulture, $"q {PdfValue.Number(width)} 0 0 {PdfValue.Number(height)} 0 0 cm /I Do Q\n");
        }

        if (text is { Width: > 0, Height: > 0 } && text.Lines.Any())
        {
            var layer = new PdfTextLayer(_glyphs, text, _language).Write(ct);
            drawing.Append(CultureInfo.InvariantCulture, $"q {Scale(width / text.Width)} 0 0 {Scale(height / text.Height)} 0 0 cm BT\n");
            drawing.Append(layer).Append("ET Q\n");
        }

        return drawing.ToString();
    }

    private static string ImageEntries(PageImage image) => string.Create(
        CultureInfo.InvariantCulture,
        $"/Type /XObject /Subtype /Image /Width {image.Width} /Height {image.Height} /BitsPerComponent 8 "
            + $"/ColorSpace /{(image.Components == 1 ? "DeviceGray" : "DeviceRGB")} /Filter /DCTDecode");

    /// <summary>As the original was, in points.</summary>
    private static (double Width, double Height) SizeOf(PageImage? image)
    {
        if (image is null)
        {
            return Blank;
        }

        var ppi = image.PixelsPerInch is >= 50 and <= 4800 ? image.PixelsPerInch.Value : UsualPixelsPerInch;
        var scale = Math.Min(PointsPerInch / ppi, LongestEdge / Math.Max(image.Width, image.Height));
        return (Math.Max(3, image.Width * scale), Math.Max(3, image.Height * scale));
    }

    private static string LabelOf(PageRecord page) => string.IsNullOrWhiteSpace(page.Label)
        ? string.Create(CultureInfo.InvariantCulture, $"[{page.Sequence}]")
        : page.Label;

    private static string Scale(double scale) => scale.ToString("0.########", CultureInfo.InvariantCulture);
}
