using System.Globalization;
using System.Xml;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Mets;

/// <summary>The two structures of METS and the links between them.</summary>
internal static class MetsStructure
{
    private const string Book = "PHYS_0000";
    private const string Work = "LOG_0000";

    public static async Task WriteAsync(
        XmlElements xml, XmlWriter writer, PreservationHistory history, CancellationToken ct)
    {
        await PhysicalAsync(xml, history, ct);
        await LogicalAsync(xml, history);

        await xml.StartAsync("structLink");
        foreach (var target in history.Document.Pages.Select((_, index) => PageId(index)).Prepend(Book))
        {
            await xml.StartAsync("smLink");
            await writer.WriteAttributeStringAsync("xlink", "from", MetsWriter.XLink, Work);
            await writer.WriteAttributeStringAsync("xlink", "to", MetsWriter.XLink, target);
            await xml.EndAsync();
        }

        await xml.EndAsync();
    }

    private static async Task PhysicalAsync(XmlElements xml, PreservationHistory history, CancellationToken ct)
    {
        await xml.StartAsync("structMap");
        await xml.AttributeAsync("TYPE", "PHYSICAL");
        await xml.StartAsync("div");
        await xml.AttributeAsync("ID", Book);
        await xml.AttributeAsync("TYPE", "physSequence");
        foreach (var file in history.Files.OfAll)
        {
            await PointerAsync(xml, file);
        }

        foreach (var (index, page) in history.Document.Pages.Index())
        {
            ct.ThrowIfCancellationRequested();
            await xml.StartAsync("div");
            await xml.AttributeAsync("ID", PageId(index));
            await xml.AttributeAsync("TYPE", "page");
            await xml.AttributeAsync("ORDER", page.Sequence);
            await xml.AttributeAsync("ORDERLABEL", page.Label);
            foreach (var file in history.Files.Of(page.Id))
            {
                await PointerAsync(xml, file);
            }

            await xml.EndAsync();
        }

        await xml.EndAsync();
        await xml.EndAsync();
    }

    private static async Task LogicalAsync(XmlElements xml, PreservationHistory history)
    {
        await xml.StartAsync("structMap");
        await xml.AttributeAsync("TYPE", "LOGICAL");
        await xml.StartAsync("div");
        await xml.AttributeAsync("ID", Work);
        await xml.AttributeAsync("TYPE", "monograph");
        await xml.AttributeAsync("LABEL", history.Document.Title);
        await xml.AttributeAsync("DMDID", MetsWriter.Description);
        await xml.AttributeAsync("ADMID", history.HasRights ? MetsWriter.Rights : null);
        await xml.EndAsync();
        await xml.EndAsync();
    }

    private static async Task PointerAsync(XmlElements xml, DocumentFile file)
    {
        await xml.StartAsync("fptr");
        await xml.AttributeAsync("FILEID", file.XmlId);
        await xml.EndAsync();
    }

    private static string PageId(int index) => string.Create(CultureInfo.InvariantCulture, $"PHYS_{index + 1:D4}");
}
