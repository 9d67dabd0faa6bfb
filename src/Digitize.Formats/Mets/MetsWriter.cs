using System.Reflection;
using System.Xml;
using Digitize.Formats.Records;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Mets;

/// <summary>
/// Writes a document as a METS 1 element (schema 1.12.1), into a file of its own or an OAI-PMH record: MODS in
/// <c>dmdSec</c>, PREMIS in <c>amdSec</c>, every file with size, SHA-256, type and date, and a physical structure
/// (pages) linked to a logical one.
/// </summary>
public static class MetsWriter
{
    internal const string Namespace = "http://www.loc.gov/METS/";
    internal const string XLink = "http://www.w3.org/1999/xlink";
    internal const string Description = "DMD_0001";
    internal const string Rights = "RIGHTS_0001";

    public static async Task WriteAsync(DocumentRecord document, XmlWriter writer, CancellationToken ct)
    {
        var xml = new XmlElements(writer, "mets", Namespace);
        var history = new PreservationHistory(document);

        await xml.StartAsync("mets");
        await writer.WriteAttributeStringAsync("xmlns", "xlink", null, XLink);
        await xml.AttributeAsync("OBJID", history.Identifier);
        await xml.AttributeAsync("LABEL", document.Title);
        await xml.AttributeAsync("TYPE", "text");
        await HeaderAsync(xml, document);
        await MetsSections.WriteAsync(xml, writer, history, ct);
        await FilesAsync(xml, writer, history, ct);
        await MetsStructure.WriteAsync(xml, writer, history, ct);
        await xml.EndAsync();
    }

    private static async Task HeaderAsync(XmlElements xml, DocumentRecord document)
    {
        await xml.StartAsync("metsHdr");
        await xml.AttributeAsync("CREATEDATE", XmlValue.Time(document.PackagedAt));

        await xml.StartAsync("agent");
        await xml.AttributeAsync("ROLE", "CREATOR");
        await xml.AttributeAsync("TYPE", "OTHER");
        await xml.AttributeAsync("OTHERTYPE", "SOFTWARE");
        await xml.TextAsync("name", $"Digitize {Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)}");
        await xml.EndAsync();

        await xml.StartAsync("agent");
        await xml.AttributeAsync("ROLE", "CUSTODIAN");
        await xml.AttributeAsync("TYPE", "ORGANIZATION");
        await xml.StartAsync("name");
        await xml.ContentAsync(document.Library);
        await xml.EndAsync();
        await xml.EndAsync();
        await xml.EndAsync();
    }

    private static async Task FilesAsync(
        XmlElements xml, XmlWriter writer, PreservationHistory history, CancellationToken ct)
    {
        if (history.Files.All.Count == 0)
        {
            return;
        }

        var events = history.Events
            .SelectMany(done => done.Objects.Select(linked => (linked.Identifier, done.XmlId)))
            .ToLookup(link => link.Identifier, link => link.XmlId);
        await xml.StartAsync("fileSec");
        foreach (var group in history.Files.All.GroupBy(file => file.Use))
        {
            await xml.StartAsync("fileGrp");
            await xml.AttributeAsync("USE", group.Key.ToString().ToUpperInvariant());
            foreach (var file in group)
            {
                ct.ThrowIfCancellationRequested();
                await FileAsync(xml, writer, file, events[file.Identifier]);
            }

            await xml.EndAsync();
        }

        await xml.EndAsync();
    }

    private static async Task FileAsync(
        XmlElements xml, XmlWriter writer, DocumentFile file, IEnumerable<string> events)
    {
        await xml.StartAsync("file");
        await xml.AttributeAsync("ID", file.XmlId);
        await xml.AttributeAsync("MIMETYPE", file.Record.MediaType);
        await xml.AttributeAsync("SIZE", file.Record.Length);
        await xml.AttributeAsync("CREATED", XmlValue.Time(file.Record.CreatedAt));
        await xml.AttributeAsync("CHECKSUM", file.Record.Sha256);
        await xml.AttributeAsync("CHECKSUMTYPE", "SHA-256");
        await xml.AttributeAsync("ADMID", string.Join(' ', [MetsSections.TechnicalId(file), .. events]));
        await xml.StartAsync("FLocat");
        await xml.AttributeAsync("LOCTYPE", "URL");
        await writer.WriteAttributeStringAsync("xlink", "href", XLink, XmlValue.Clean(file.Record.Href));
        await xml.EndAsync();
        await xml.EndAsync();
    }
}
