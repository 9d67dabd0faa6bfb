using Digitize.Core.Text;
using Digitize.Formats.Export;
using Digitize.Formats.Records;

namespace Digitize.Formats.Hocr;

/// <summary>A page's text as an hOCR file, XHTML.</summary>
public sealed class HocrExporter : IPageExporter
{
    public string Name => "hocr";

    public string MediaType => "application/xhtml+xml";

    public string Extension => "html";

    public Task WriteAsync(
        DocumentRecord document, PageRecord page, TextPage text, Stream stream, CancellationToken ct)
    {
        var image = page.Access?.Href ?? page.Master.OriginalName ?? page.Master.Href;
        return HocrWriter.WriteAsync(text, new HocrDescription(document.Title, document.Language, page.Sequence, image), stream, ct);
    }
}
