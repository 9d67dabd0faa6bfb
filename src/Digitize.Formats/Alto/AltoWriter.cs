using System.Globalization;
using Digitize.Core.Text;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Alto;

/// <summary>
/// Writes a <see cref="TextPage"/> as ALTO 4.4, in pixels of the access image. Elements stand in reading order. Boxes
/// are cut to the page; confidences keep four decimals; candidates of more than three characters have no place in
/// ALTO and are left out.
/// </summary>
public static class AltoWriter
{
    internal const string Namespace = "http://www.loc.gov/standards/alto/ns-v4#";

    public static async Task WriteAsync(
        TextPage page, AltoDescription description, Stream stream, CancellationToken ct)
    {
        await using var writer = XmlElements.Open(stream);
        var xml = new XmlElements(writer, "", Namespace);
        var ids = new XmlIds();

        await writer.WriteStartDocumentAsync();
        await xml.StartAsync("alto");
        await xml.AttributeAsync("SCHEMAVERSION", "4.4");
        await AltoDescriptionPart.WriteAsync(xml, ids, page, description);
        var tags = await AltoTags.WriteAsync(xml, ids, page);
        await xml.StartAsync("Layout");
        await xml.StartAsync("Page");
        await xml.AttributeAsync("ID", ids.Take(description.PageId));
        await xml.AttributeAsync("PHYSICAL_IMG_NR", description.Sequence);
        await xml.AttributeAsync("PRINTED_IMG_NR", description.Label);
        await xml.AttributeAsync("WIDTH", page.Width);
        await xml.AttributeAsync("HEIGHT", page.Height);
        await xml.StartAsync("PrintSpace");
        await BoxAsync(xml, page, page.Regions.Count == 0
            ? new Box(0, 0, page.Width, page.Height)
            : Box.Around(page.Regions.Select(region => region.Box)));
        foreach (var region in page.Regions)
        {
            await RegionAsync(xml, ids, tags, page, region, ct);
        }

        await xml.EndAsync();
        await xml.EndAsync();
        await xml.EndAsync();
        await xml.EndAsync();
        await writer.WriteEndDocumentAsync();
    }

    internal static async Task BoxAsync(XmlElements xml, TextPage page, Box box)
    {
        var inside = box.ClampTo(page.Width, page.Height);
        await xml.AttributeAsync("HPOS", inside.X);
        await xml.AttributeAsync("VPOS", inside.Y);
        await xml.AttributeAsync("WIDTH", inside.Width);
        await xml.AttributeAsync("HEIGHT", inside.Height);
    }

    private static async Task RegionAsync(
        XmlElements xml, XmlIds ids, AltoTags tags, TextPage page, TextRegion region, CancellationToken ct)
    {
        var languages = region.Lines.Select(line => line.Language).Distinct(StringComparer.Ordinal).ToList();
        await xml.StartAsync("TextBlock");
        await xml.AttributeAsync("ID", ids.Take(region.Id));
        await xml.AttributeAsync("TAGREFS", tags.Find(region.Kind));
        await BoxAsync(xml, page, region.Box);
        await xml.AttributeAsync("LANG", languages.Count == 1 ? LanguageTag.OrNull(languages[0]) : null);
        await xml.AttributeAsync("BASEDIRECTION", BaseDirection(region.Mode));
        foreach (var line in region.Lines)
        {
            ct.ThrowIfCancellationRequested();
            await LineAsync(xml, ids, page, region, line);
        }

        await xml.EndAsync();
    }

    private static async Task LineAsync(
        XmlElements xml, XmlIds ids, TextPage page, TextRegion region, TextLine line)
    {
        await xml.StartAsync("TextLine");
        await xml.AttributeAsync("ID", ids.Take(line.Id));
        await BoxAsync(xml, page, line.Box);
        await xml.AttributeAsync("BASELINE", line.Baseline.Count == 0 ? null : Points(page, line.Baseline));
        await xml.AttributeAsync("LANG", LanguageTag.OrNull(line.Language));
        await xml.AttributeAsync("BASEDIRECTION", line.Mode == region.Mode ? null : BaseDirection(line.Mode));

        await xml.StartAsync("Shape");
        await xml.StartAsync("Polygon");
        await xml.AttributeAsync("POINTS", Points(page, Corners(line.Box)));
        await xml.EndAsync();
        await xml.EndAsync();

        await AltoStrings.WriteAsync(xml, ids, page, line);
        await xml.EndAsync();
    }

    private static string BaseDirection(WritingMode mode) => mode == WritingMode.VerticalRl ? "ttb" : "ltr";

    private static IEnumerable<Point> Corners(Box box) =>
    [
        new(box.X, box.Y), new(box.Right, box.Y), new(box.Right, box.Bottom), new(box.X, box.Bottom),
    ];

    private static string Points(TextPage page, IEnumerable<Point> points) =>
        string.Join(' ', points.Select(point => string.Create(
            CultureInfo.InvariantCulture,
            $"{Math.Clamp(point.X, 0, page.Width)},{Math.Clamp(point.Y, 0, page.Height)}")));
}
