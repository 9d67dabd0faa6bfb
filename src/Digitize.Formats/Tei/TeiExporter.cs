using Digitize.Formats.Export;
using Digitize.Formats.Records;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Tei;

/// <summary>
/// A document's text as one TEI file (P5, the elements of TEI Lite and of facsimiles): header, the places of all lines
/// on their images, then the text with page and line beginnings that point to them. Texts are read twice, since the
/// places come first.
/// </summary>
public sealed class TeiExporter : IContentExporter
{
    internal const string Namespace = "http://www.tei-c.org/ns/1.0";

    public string Name => "tei";

    public string MediaType => "application/tei+xml";

    public string Extension => "xml";

    public async Task WriteAsync(DocumentRecord document, DocumentContent content, Stream stream, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await using var writer = XmlElements.Open(stream, indent: false);
        var xml = new XmlElements(writer, "", Namespace);
        await writer.WriteStartDocumentAsync();
        await xml.StartAsync("TEI");
        await TeiHeader.WriteAsync(xml, document);
        await TeiFacsimile.WriteAsync(xml, writer, document, content, ct);
        await xml.StartAsync("text");
        if (LanguageTag.OrNull(document.Language) is { } language)
        {
            await writer.WriteAttributeStringAsync("xml", "lang", null, language);
        }

        await xml.StartAsync("body");
        await new TeiBody(xml, writer, document).WriteAsync(content, ct);
        await xml.EndAsync();
        await xml.EndAsync();
        await xml.EndAsync();
        await writer.WriteEndDocumentAsync();
    }
}
