using Digitize.Core.Text;
using Digitize.Formats.Export;
using Digitize.Formats.Records;

namespace Digitize.Formats.Page;

/// <summary>A page's text as a PAGE file (schema of 2019-07-15).</summary>
public sealed class PageXmlExporter : IPageExporter
{
    public string Name => "page";

    public string MediaType => "application/xml";

    public string Extension => "xml";

    public Task WriteAsync(
        DocumentRecord document, PageRecord page, TextPage text, Stream stream, CancellationToken ct)
    {
        var image = page.Access?.Href ?? page.Master.OriginalName ?? page.Master.Href;
        return PageXmlWriter.WriteAsync(
            text, new PageXmlDescription($"page-{page.Id:D}", image, document.PackagedAt), stream, ct);
    }
}
