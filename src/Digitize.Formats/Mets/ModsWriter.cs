using System.Globalization;
using System.Xml;
using Digitize.Formats.Records;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Mets;

/// <summary>
/// Writes a document's description as a MODS 3.8 element, into a file of its own, METS or an OAI-PMH record. What the
/// catalogue does not say is left out.
/// </summary>
public static class ModsWriter
{
    private const string Namespace = "http://www.loc.gov/mods/v3";
    private const string XLink = "http://www.w3.org/1999/xlink";

    public static async Task WriteAsync(DocumentRecord document, XmlWriter writer, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var xml = new XmlElements(writer, "mods", Namespace);
        await xml.StartAsync("mods");
        await xml.AttributeAsync("version", "3.8");

        await xml.StartAsync("titleInfo");
        await xml.TextAsync("title", document.Title);
        await xml.EndAsync();
        await CreatorAsync(xml, document.Creator);
        await xml.TextAsync("typeOfResource", "text");
        await NestedAsync(xml, "originInfo", "displayDate", document.Date);
        await LanguageAsync(xml, document.Language);

        await xml.StartAsync("physicalDescription");
        await xml.TextAsync("digitalOrigin", "reformatted digital");
        await xml.TextAsync(
            "extent", string.Create(CultureInfo.InvariantCulture, $"{document.Pages.Count} images"));
        await xml.EndAsync();

        await CollectionAsync(xml, document.Collection);
        await IdentifierAsync(xml, "local", document.Id.ToString("D"));
        await IdentifierAsync(xml, "uri", document.Urls.Manifest(document.Id));

        await xml.StartAsync("location");
        await xml.TextAsync("physicalLocation", document.Library);
        await xml.TextAsync("shelfLocator", document.Shelfmark);
        await xml.EndAsync();
        await RightsAsync(xml, writer, document.Rights);

        await xml.StartAsync("recordInfo");
        await xml.TextAsync("recordContentSource", document.Library);
        await xml.TextAsync("recordIdentifier", document.Id.ToString("D"));
        await xml.EndAsync();
        await xml.EndAsync();
    }

    private static async Task NestedAsync(XmlElements xml, string outer, string inner, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            await xml.StartAsync(outer);
            await xml.TextAsync(inner, text);
            await xml.EndAsync();
        }
    }

    private static async Task CreatorAsync(XmlElements xml, string? creator)
    {
        if (!string.IsNullOrWhiteSpace(creator))
        {
            await xml.StartAsync("name");
            await xml.TextAsync("namePart", creator);
            await xml.StartAsync("role");
            await xml.StartAsync("roleTerm");
            await xml.AttributeAsync("type", "code");
            await xml.AttributeAsync("authority", "marcrelator");
            await xml.ContentAsync("cre");
            await xml.EndAsync();
            await xml.EndAsync();
            await xml.EndAsync();
        }
    }

    private static async Task LanguageAsync(XmlElements xml, string? language)
    {
        if (LanguageTag.OrNull(language) is { } tag)
        {
            await xml.StartAsync("language");
            await xml.StartAsync("languageTerm");
            await xml.AttributeAsync("type", "code");
            await xml.AttributeAsync("authority", "rfc5646");
            await xml.ContentAsync(tag);
            await xml.EndAsync();
            await xml.EndAsync();
        }
    }

    private static async Task CollectionAsync(XmlElements xml, string? collection)
    {
        if (!string.IsNullOrWhiteSpace(collection))
        {
            await xml.StartAsync("relatedItem");
            await xml.AttributeAsync("type", "host");
            await NestedAsync(xml, "titleInfo", "title", collection);
            await xml.EndAsync();
        }
    }

    private static async Task IdentifierAsync(XmlElements xml, string type, string identifier)
    {
        await xml.StartAsync("identifier");
        await xml.AttributeAsync("type", type);
        await xml.ContentAsync(identifier);
        await xml.EndAsync();
    }

    private static async Task RightsAsync(XmlElements xml, XmlWriter writer, string? rights)
    {
        if (!string.IsNullOrWhiteSpace(rights))
        {
            await xml.StartAsync("accessCondition");
            await xml.AttributeAsync("type", "use and reproduction");
            if (RightsUri.Normalize(rights) is { } uri)
            {
                await writer.WriteAttributeStringAsync("xlink", "href", XLink, uri);
            }

            await xml.ContentAsync(rights);
            await xml.EndAsync();
        }
    }
}
