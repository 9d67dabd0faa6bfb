using System.Text;
using Digitize.Core.Text;
using Digitize.Formats.Export;
using Digitize.Formats.Records;

namespace Digitize.Formats.Text;

/// <summary>A page's text alone, UTF-8: a line for each line, an empty one between regions.</summary>
public sealed class PlainTextExporter : IPageExporter
{
    public string Name => "txt";

    public string MediaType => "text/plain; charset=utf-8";

    public string Extension => "txt";

    public async Task WriteAsync(
        DocumentRecord document, PageRecord page, TextPage text, Stream stream, CancellationToken ct)
    {
        var plain = text.Regions.Count == 0 ? "" : text.PlainText + "\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(plain), ct);
    }
}
