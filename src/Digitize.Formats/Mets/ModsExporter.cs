using Digitize.Formats.Export;
using Digitize.Formats.Records;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Mets;

/// <summary>A document's description as a MODS file.</summary>
public sealed class ModsExporter : IDocumentExporter
{
    public string Name => "mods";

    public string MediaType => "application/xml";

    public string Extension => "xml";

    public async Task WriteAsync(DocumentRecord document, Stream stream, CancellationToken ct)
    {
        await using var writer = XmlElements.Open(stream);
        await writer.WriteStartDocumentAsync();
        await ModsWriter.WriteAsync(document, writer, ct);
        await writer.WriteEndDocumentAsync();
    }
}
