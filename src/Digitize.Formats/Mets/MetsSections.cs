using System.Xml;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Mets;

/// <summary>The metadata sections of METS: MODS, then PREMIS objects, rights, events and agents.</summary>
internal static class MetsSections
{
    /// <summary>The XML id of a file's technical metadata.</summary>
    public static string TechnicalId(DocumentFile file) => $"TECH_{file.XmlId}";

    public static async Task WriteAsync(
        XmlElements xml, XmlWriter writer, PreservationHistory history, CancellationToken ct)
    {
        var premis = new PremisWriter(writer, history);
        await SectionAsync(
            xml, "dmdSec", MetsWriter.Description, "MODS", "3.8",
            () => ModsWriter.WriteAsync(history.Document, writer, ct));

        await xml.StartAsync("amdSec");
        await xml.AttributeAsync("ID", "AMD_0001");
        await PremisAsync("techMD", "TECH_DOCUMENT", "OBJECT", premis.WriteDocumentAsync);
        foreach (var file in history.Files.All)
        {
            ct.ThrowIfCancellationRequested();
            await PremisAsync("techMD", TechnicalId(file), "OBJECT", () => premis.WriteFileAsync(file));
        }

        if (history.HasRights)
        {
            await PremisAsync("rightsMD", MetsWriter.Rights, "RIGHTS", premis.WriteRightsAsync);
        }

        foreach (var done in history.Events)
        {
            ct.ThrowIfCancellationRequested();
            await PremisAsync("digiprovMD", done.XmlId, "EVENT", () => premis.WriteEventAsync(done));
        }

        foreach (var agent in history.Agents)
        {
            await PremisAsync("digiprovMD", agent.XmlId, "AGENT", () => premis.WriteAgentAsync(agent));
        }

        await xml.EndAsync();

        Task PremisAsync(string section, string id, string entity, Func<Task> content) =>
            SectionAsync(xml, section, id, $"PREMIS:{entity}", "3.0", content);
    }

    private static async Task SectionAsync(
        XmlElements xml, string section, string id, string type, string version, Func<Task> content)
    {
        await xml.StartAsync(section);
        await xml.AttributeAsync("ID", id);
        await xml.StartAsync("mdWrap");
        await xml.AttributeAsync("MIMETYPE", "text/xml");
        await xml.AttributeAsync("MDTYPE", type);
        await xml.AttributeAsync("MDTYPEVERSION", version);
        await xml.StartAsync("xmlData");
        await content();
        await xml.EndAsync();
        await xml.EndAsync();
        await xml.EndAsync();
    }
}
