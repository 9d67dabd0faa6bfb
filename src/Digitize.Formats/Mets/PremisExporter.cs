using Digitize.Formats.Export;
using Digitize.Formats.Records;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Mets;

/// <summary>A document's files and history as a PREMIS file.</summary>
public sealed class PremisExporter : IDocumentExporter
{
    public string Name => "premis";

    public string MediaType => "application/xml";

    public string Extension => "xml";

    public async Task WriteAsync(DocumentRecord document, Stream stream, CancellationToken ct)
    {
        await using var writer = XmlElements.Open(stream);
        await writer.WriteStartDocumentAsync();
        await new PremisWriter(writer, new PreservationHistory(document)).WriteAllAsync(ct);
        await writer.WriteEndDocumentAsync();
    }
}
