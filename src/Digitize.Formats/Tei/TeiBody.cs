using System.Xml;
using Digitize.Core.Text;
using Digitize.Formats.Export;
using Digitize.Formats.Records;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Tei;

/// <summary>
/// The text in reading order. A heading opens a division; page numbers and running heads are forme work, which a
/// reader of the text passes over. Each line begins with <c>lb</c>, which points to its zone.
/// </summary>
internal sealed class TeiBody(XmlElements xml, XmlWriter writer, DocumentRecord document)
{
    private bool _hasText;

    public async Task WriteAsync(DocumentContent content, CancellationToken ct)
    {
        await xml.StartAsync("div");
        foreach (var page in document.Pages)
        {
            var text = await content.ReadTextAsync(page, ct);
            await xml.StartAsync("pb");
            await xml.AttributeAsync("n", page.Label);
            await xml.AttributeAsync("facs", $"#{TeiFacsimile.SurfaceId(page)}");
            await xml.EndAsync();
            foreach (var (index, region) in (text?.Regions ?? []).Index())
            {
                ct.ThrowIfCancellationRequested();
                await RegionAsync(page, region, index + 1);
            }
        }

        if (!_hasText)
        {
            await xml.StartAsync("p");
            await xml.EndAsync();
        }

        await xml.EndAsync();
    }

    private async Task RegionAsync(PageRecord page, TextRegion region, int number)
    {
        if (region.Kind == RegionKind.Heading && _hasText)
        {
            await xml.EndAsync();
            await xml.StartAsync("div");
            _hasText = false;
        }

        var (element, type) = ElementOf(region.Kind);
        await xml.ContentAsync("\n");
        await xml.StartAsync(element);
        await xml.AttributeAsync("type", type);
        await xml.AttributeAsync("rend", region.Mode == WritingMode.VerticalRl ? "vertical" : null);
        await xml.AttributeAsync("facs", $"#{TeiFacsimile.ZoneId(page, number)}");
        foreach (var (index, line) in region.Lines.Index())
        {
            await LineAsync(page, region, line, number, index + 1);
        }

        await xml.EndAsync();
        _hasText |= element == "p";
    }

    private async Task LineAsync(PageRecord page, TextRegion region, TextLine line, int regionNumber, int number)
    {
        await xml.ContentAsync("\n");
        await xml.StartAsync("lb");
        await xml.AttributeAsync("facs", $"#{TeiFacsimile.ZoneId(page, regionNumber, number)}");
        await xml.EndAsync();
        var language = LanguageTag.OrNull(line.Language);
        var rend = line.Mode == region.Mode ? null : line.Mode == WritingMode.VerticalRl ? "vertical" : "horizontal";
        if (rend is null && (language is null || language == document.Language))
        {
            await xml.ContentAsync(line.Text);
            return;
        }

        await xml.StartAsync(language is null ? "hi" : "foreign");
        if (language is not null)
        {
            await writer.WriteAttributeStringAsync("xml", "lang", null, language);
        }

        await xml.AttributeAsync("rend", rend);
        await xml.ContentAsync(line.Text);
        await xml.EndAsync();
    }

    private static (string Element, string? Type) ElementOf(RegionKind kind) => kind switch
    {
        RegionKind.Heading => ("head", null),
        RegionKind.Note => ("note", "footnote"),
        RegionKind.Commentary => ("note", "commentary"),
        RegionKind.PageNumber => ("fw", "pageNum"),
        RegionKind.RunningHead => ("fw", "header"),
        RegionKind.Furniture => ("fw", "furniture"),
        _ => ("p", null),
    };
}
