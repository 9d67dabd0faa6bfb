using System.Xml;
using Digitize.Core.Text;
using Digitize.Formats.Export;
using Digitize.Formats.Records;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Tei;

/// <summary>
/// The text in reading order. A heading opens a division; page numbers and running heads are forme work, which a
/// reader of the text passes over. Each line begins with <c>lb</c>, which points to its zone; one that goes on with
/// a broken word says so.
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

        await xml.ContentAsync("\n");
        if (region.Kind == RegionKind.Table)
        {
            await TableAsync(page, region, number);
            return;
        }

        var (element, type) = ElementOf(region.Kind);
        if (region.Kind == RegionKind.Caption)
        {
            await xml.StartAsync("figure");
        }

        await xml.StartAsync(element);
        await xml.AttributeAsync("type", type);
        await xml.AttributeAsync("place", PlaceOf(region.Kind));
        await xml.AttributeAsync("rend", region.Mode == WritingMode.VerticalRl ? "vertical" : null);
        await xml.AttributeAsync("facs", $"#{TeiFacsimile.ZoneId(page, number)}");
        foreach (var (index, line) in region.Lines.Index())
        {
            await LineAsync(page, region, line, number, index + 1);
        }

        await xml.EndAsync();
        if (region.Kind == RegionKind.Caption)
        {
            await xml.EndAsync();
        }

        _hasText |= element == "p";
    }

    private async Task TableAsync(PageRecord page, TextRegion table, int number)
    {
        if (table.Lines.Count == 0)
        {
            return;
        }

        await xml.StartAsync("table");
        await xml.AttributeAsync("facs", $"#{TeiFacsimile.ZoneId(page, number)}");
        await xml.AttributeAsync("rend", table.Mode == WritingMode.VerticalRl ? "vertical" : null);
        foreach (var row in TableRows.Of(table))
        {
            await xml.StartAsync("row");
            foreach (var (index, line) in row)
            {
                await xml.StartAsync("cell");
                await LineAsync(page, table, line, number, index + 1);
                await xml.EndAsync();
            }

            await xml.EndAsync();
        }

        await xml.EndAsync();
        _hasText = true;
    }

    private async Task LineAsync(PageRecord page, TextRegion region, TextLine line, int regionNumber, int number)
    {
        await xml.ContentAsync("\n");
        await xml.StartAsync("lb");
        await xml.AttributeAsync("facs", $"#{TeiFacsimile.ZoneId(page, regionNumber, number)}");
        // The half that went before stands at another line's end, maybe another column's.
        await xml.AttributeAsync("break", line.Words.FirstOrDefault()?.Part?.Half == WordHalf.Second ? "no" : null);
        await xml.EndAsync();
        var language = LanguageTag.OrNull(line.Language);
        var rend = line.Mode == region.Mode ? null : line.Mode == WritingMode.VerticalRl ? "vertical" : "horizontal";
        if (rend is null && (language is null || language == document.Language))
        {
            await TextAsync(line);
            return;
        }

        await xml.StartAsync(language is null ? "hi" : "foreign");
        if (language is not null)
        {
            await writer.WriteAttributeStringAsync("xml", "lang", null, language);
        }

        await xml.AttributeAsync("rend", rend);
        await TextAsync(line);
        await xml.EndAsync();
    }

    /// <summary>As printed; a hyphen that is not the word's own is marked as weak (TEI P5, 3.2.3).</summary>
    private async Task TextAsync(TextLine line)
    {
        var last = line.Words.Count > 0 ? line.Words[^1] : null;
        if (last?.Part is { Half: WordHalf.First } part && Hyphens.Before(last.Text) is { } letters
            && !part.Joined.StartsWith(last.Text, StringComparison.Ordinal))
        {
            var text = line.Text;
            var hyphen = last.Text[letters.Length..];
            await xml.ContentAsync(text[..^hyphen.Length]);
            await xml.StartAsync("pc");
            await xml.AttributeAsync("force", "weak");
            await xml.ContentAsync(hyphen);
            await xml.EndAsync();
            return;
        }

        await xml.ContentAsync(line.Text);
    }

    private static string? PlaceOf(RegionKind kind) => kind switch
    {
        RegionKind.Note => "bottom",
        RegionKind.Marginalia => "margin",
        _ => null,
    };

    private static (string Element, string? Type) ElementOf(RegionKind kind) => kind switch
    {
        RegionKind.Heading => ("head", null),
        RegionKind.Note => ("note", "footnote"),
        RegionKind.Commentary => ("note", "commentary"),
        RegionKind.PageNumber => ("fw", "pageNum"),
        RegionKind.RunningHead => ("fw", "header"),
        RegionKind.Furniture => ("fw", "furniture"),
        RegionKind.Caption => ("head", null),
        RegionKind.Marginalia => ("note", "marginalia"),
        _ => ("p", null),
    };
}
