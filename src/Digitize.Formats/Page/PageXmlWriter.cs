using System.Globalization;
using System.Reflection;
using Digitize.Core.Text;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Page;

/// <summary>
/// Writes a <see cref="TextPage"/> as PAGE XML (primaresearch.org, schema of 2019-07-15), in pixels of the access
/// image. Reading order is stated and is also the order of the elements. Boxes are cut to the page. Candidates of a
/// glyph are further <c>TextEquiv</c> after the one that stands.
/// </summary>
public static class PageXmlWriter
{
    internal const string Namespace = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15";

    public static async Task WriteAsync(
        TextPage page, PageXmlDescription description, Stream stream, CancellationToken ct)
    {
        await using var writer = XmlElements.Open(stream);
        var xml = new XmlElements(writer, "", Namespace);
        var ids = new XmlIds();

        await writer.WriteStartDocumentAsync();
        await xml.StartAsync("PcGts");
        await xml.AttributeAsync("pcGtsId", ids.Take(description.Id));
        await MetadataAsync(xml, page, description);
        await xml.StartAsync("Page");
        await xml.AttributeAsync("imageFilename", description.ImageName);
        await xml.AttributeAsync("imageWidth", page.Width);
        await xml.AttributeAsync("imageHeight", page.Height);
        var regions = page.Regions.Select(region => (Id: ids.Take(region.Id), Region: region)).ToList();
        await ReadingOrderAsync(xml, ids, [.. regions.Select(region => region.Id)]);
        foreach (var (id, region) in regions)
        {
            ct.ThrowIfCancellationRequested();
            await RegionAsync(xml, ids, page, id, region, ct);
        }

        await xml.EndAsync();
        await xml.EndAsync();
        await writer.WriteEndDocumentAsync();
        ct.ThrowIfCancellationRequested();
    }

    private static async Task MetadataAsync(XmlElements xml, TextPage page, PageXmlDescription description)
    {
        await xml.StartAsync("Metadata");
        await xml.TextAsync("Creator", $"Digitize {Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)}");
        await xml.TextAsync("Created", XmlValue.Time(description.At));
        await xml.TextAsync("LastChange", XmlValue.Time(description.At));
        if (page.Processing is { } processing)
        {
            await ItemAsync(xml, "software", $"{processing.Software} {processing.Version}".Trim());
            await ItemAsync(xml, "settings", processing.Settings);
        }

        await xml.EndAsync();
    }

    private static async Task ItemAsync(XmlElements xml, string name, string value)
    {
        await xml.StartAsync("MetadataItem");
        await xml.AttributeAsync("type", "processingStep");
        await xml.AttributeAsync("name", name);
        await xml.AttributeAsync("value", value);
        await xml.EndAsync();
    }

    private static async Task ReadingOrderAsync(XmlElements xml, XmlIds ids, IReadOnlyList<string> regions)
    {
        if (regions.Count == 0)
        {
            return;
        }

        await xml.StartAsync("ReadingOrder");
        await xml.StartAsync("OrderedGroup");
        await xml.AttributeAsync("id", ids.Take("reading-order"));
        foreach (var (index, region) in regions.Index())
        {
            await xml.StartAsync("RegionRefIndexed");
            await xml.AttributeAsync("index", index);
            await xml.AttributeAsync("regionRef", region);
            await xml.EndAsync();
        }

        await xml.EndAsync();
        await xml.EndAsync();
    }

    private static async Task RegionAsync(
        XmlElements xml, XmlIds ids, TextPage page, string id, TextRegion region, CancellationToken ct)
    {
        if (region.Kind == RegionKind.Table)
        {
            await TableAsync(xml, ids, page, id, region, ct);
            return;
        }

        await TextRegionAsync(xml, ids, page, id, region, ct);
    }

    /// <summary>A table region holds no lines: its cells stand in one region of text inside it.</summary>
    private static async Task TableAsync(
        XmlElements xml, XmlIds ids, TextPage page, string id, TextRegion region, CancellationToken ct)
    {
        await xml.StartAsync("TableRegion");
        await xml.AttributeAsync("id", id);
        await xml.AttributeAsync("custom", PageTerms.Structure(region.Kind));
        await PageWords.CoordsAsync(xml, page, region.Box);
        await TextRegionAsync(xml, ids, page, ids.Take($"{id}_cells"), region, ct);
        await xml.EndAsync();
    }

    private static async Task TextRegionAsync(
        XmlElements xml, XmlIds ids, TextPage page, string id, TextRegion region, CancellationToken ct)
    {
        var isVertical = region.Mode == WritingMode.VerticalRl;
        var languages = region.Lines.Select(line => line.Language).Distinct(StringComparer.Ordinal).ToList();
        await xml.StartAsync("TextRegion");
        await xml.AttributeAsync("id", id);
        await xml.AttributeAsync("type", PageTerms.TypeOf(region.Kind));
        await xml.AttributeAsync("custom", PageTerms.Structure(region.Kind));
        await xml.AttributeAsync("readingDirection", PageTerms.DirectionOf(region.Mode));
        await xml.AttributeAsync("textLineOrder", isVertical ? "right-to-left" : "top-to-bottom");
        await xml.AttributeAsync("primaryLanguage", languages.Count == 1 ? PageTerms.LanguageOf(languages[0]) : null);
        await PageWords.CoordsAsync(xml, page, region.Box);
        foreach (var line in region.Lines)
        {
            ct.ThrowIfCancellationRequested();
            await LineAsync(xml, ids, page, region, line);
        }

        await PageWords.TextAsync(xml, string.Join('\n', region.Lines.Select(line => line.Text)));
        await xml.EndAsync();
    }

    private static async Task LineAsync(XmlElements xml, XmlIds ids, TextPage page, TextRegion region, TextLine line)
    {
        await xml.StartAsync("TextLine");
        await xml.AttributeAsync("id", ids.Take(line.Id));
        await xml.AttributeAsync("primaryLanguage", PageTerms.LanguageOf(line.Language));
        await xml.AttributeAsync("primaryScript", PageTerms.ScriptOf(line.Language));
        await xml.AttributeAsync("readingDirection", line.Mode == region.Mode ? null : PageTerms.DirectionOf(line.Mode));
        await xml.AttributeAsync("custom", PageTerms.Language(line.Language));
        await PageWords.CoordsAsync(xml, page, line.Box);
        if (line.Baseline.Count > 1)
        {
            await xml.StartAsync("Baseline");
            await xml.AttributeAsync("points", PageWords.Points(page, line.Baseline));
            await xml.EndAsync();
        }

        foreach (var (index, word) in line.Words.Index())
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{line.Id}_w{index + 1}");
            await PageWords.WordAsync(xml, ids, page, word, id);
        }

        await PageWords.TextAsync(xml, line.Text, line.Words.Count == 0 ? null : line.Confidence);
        await xml.EndAsync();
    }
}
