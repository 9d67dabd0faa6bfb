using Digitize.Core.Text;
using Digitize.Formats.Export;
using Digitize.Formats.Records;

namespace Digitize.Formats.Alto;

/// <summary>A page's text as an ALTO 4.4 file.</summary>
public sealed class AltoExporter : IPageExporter
{
    public string Name => "alto";

    public string MediaType => "application/xml";

    public string Extension => "xml";

    public Task WriteAsync(
        DocumentRecord document, PageRecord page, TextPage text, Stream stream, CancellationToken ct)
    {
        var description = new AltoDescription(
            $"page-{page.Id:D}",
            page.Sequence,
            page.Label,
            page.Master.OriginalName,
            document.Id.ToString("D"),
            [.. document.Events.Where(done => done.PageId == page.Id)]);
        return AltoWriter.WriteAsync(text, description, stream, ct);
    }
}
