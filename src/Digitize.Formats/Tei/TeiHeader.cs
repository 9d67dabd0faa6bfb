using Digitize.Formats.Records;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Tei;

/// <summary>The <c>teiHeader</c>: what the file is, who gives it out, what it was made from (TEI P5, chapter 2).</summary>
internal static class TeiHeader
{
    public static async Task WriteAsync(XmlElements xml, DocumentRecord document)
    {
        await xml.StartAsync("teiHeader");
        await xml.StartAsync("fileDesc");
        await xml.StartAsync("titleStmt");
        await xml.TextAsync("title", Said(document.Title));
        await xml.TextAsync("author", document.Creator);
        await xml.EndAsync();
        await PublicationAsync(xml, document);
        await SourceAsync(xml, document);
        await xml.EndAsync();
        await EncodingAsync(xml);
        if (LanguageTag.OrNull(document.Language) is { } language)
        {
            await xml.StartAsync("profileDesc");
            await xml.StartAsync("langUsage");
            await xml.StartAsync("language");
            await xml.AttributeAsync("ident", language);
            await xml.ContentAsync(language);
            await xml.EndAsync();
            await xml.EndAsync();
            await xml.EndAsync();
        }

        await xml.EndAsync();
    }

    private static async Task PublicationAsync(XmlElements xml, DocumentRecord document)
    {
        await xml.StartAsync("publicationStmt");
        await xml.TextAsync("publisher", Said(document.Library));
        await xml.StartAsync("date");
        await xml.AttributeAsync("when", XmlValue.Time(document.PackagedAt));
        await xml.EndAsync();
        await xml.StartAsync("idno");
        await xml.AttributeAsync("type", "URI");
        await xml.ContentAsync(document.Urls.Manifest(document.Id));
        await xml.EndAsync();
        if (!string.IsNullOrWhiteSpace(document.Rights))
        {
            await xml.StartAsync("availability");
            await xml.StartAsync("licence");
            await xml.AttributeAsync("target", RightsUri.Normalize(document.Rights));
            await xml.ContentAsync(document.Rights);
            await xml.EndAsync();
            await xml.EndAsync();
        }

        await xml.EndAsync();
    }

    private static async Task SourceAsync(XmlElements xml, DocumentRecord document)
    {
        await xml.StartAsync("sourceDesc");
        await xml.StartAsync("bibl");
        await xml.TextAsync("title", document.Title);
        await xml.TextAsync("author", document.Creator);
        await xml.TextAsync("date", document.Date);
        await xml.StartAsync("idno");
        await xml.AttributeAsync("type", "shelfmark");
        await xml.ContentAsync(document.Shelfmark);
        await xml.EndAsync();
        await xml.TextAsync("note", document.Collection);
        await xml.EndAsync();
        await xml.EndAsync();
    }

    private static async Task EncodingAsync(XmlElements xml)
    {
        await xml.StartAsync("encodingDesc");
        await xml.StartAsync("projectDesc");
        await xml.TextAsync("p", "Text read from page images by machine, where a person did not correct it.");
        await xml.EndAsync();
        await xml.StartAsync("tagsDecl");
        await xml.StartAsync("rendition");
        await xml.AttributeAsync("scheme", "css");
        await xml.AttributeAsync("selector", "[rend=\"vertical\"]");
        await xml.ContentAsync("writing-mode: vertical-rl;");
        await xml.EndAsync();
        await xml.EndAsync();
        await xml.EndAsync();
    }

    /// <summary>The schema asks for the element even where nothing is known.</summary>
    private static string Said(string text) => string.IsNullOrWhiteSpace(text) ? "[?]" : text;
}
