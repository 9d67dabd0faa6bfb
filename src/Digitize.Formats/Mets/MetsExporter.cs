using Digitize.Formats.Export;
using Digitize.Formats.Records;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Mets;

/// <summary>A document as a METS file.</summary>
public sealed class MetsExporter : IDocumentExporter
{
    public string Name => "mets";

    public string MediaType => "application/xml";

    public string Extension => "xml";

    public async Task WriteAsync(DocumentRecord document, Stream stream, CancellationToken ct)
    {
        await using var writer = XmlElements.Open(stream);
        await writer.WriteStartDocumentAsync();
        await MetsWriter.WriteAsync(document, writer, ct);
        await writer.WriteEndDocumentAsync();
    }
}
