using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Digitize.Core.Text;
using Digitize.Formats.Page;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Tests.Page;

/// <summary>Reads PAGE back as other programs do: regions by the reading order, boxes from the outlines.</summary>
internal static class PageXmlReader
{
    private static readonly XNamespace Ns = PageXmlWriter.Namespace;

    public static TextPage Read(XElement root)
    {
        var page = root.Element(Ns + "Page")!;
        var regions = page.Elements()
            .Where(region => region.Name == Ns + "TextRegion" || region.Name == Ns + "TableRegion")
            .ToDictionary(region => region.Attribute("id")!.Value);
        var order = page.Descendants(Ns + "RegionRefIndexed")
            .OrderBy(reference => int.Parse(reference.Attribute("index")!.Value, CultureInfo.InvariantCulture))
            .Select(reference => regions[reference.Attribute("regionRef")!.Value]);
        return new TextPage(Int(page, "imageWidth"), Int(page, "imageHeight"), [.. order.Select(Region)], null);
    }

    private static TextRegion Region(XElement region)
    {
        if (region.Name == Ns + "TableRegion")
        {
            return Region(region.Elements(Ns + "TextRegion").Single()) with
            {
                Id = XmlIds.Decode(region.Attribute("id")!.Value),
            };
        }

        var mode = Mode(region) ?? WritingMode.HorizontalTb;
        return new TextRegion(
            XmlIds.Decode(region.Attribute("id")!.Value),
            Enum.Parse<RegionKind>(Custom(region, "type")),
            BoxOf(region),
            mode,
            [.. region.Elements(Ns + "TextLine").Select(line => Line(line, mode))]);
    }

    private static TextLine Line(XElement line, WritingMode mode) => new(
        XmlIds.Decode(line.Attribute("id")!.Value),
        BoxOf(line),
        [.. Points(line.Element(Ns + "Baseline"))],
        Custom(line, "tag"),
        Mode(line) ?? mode,
        [.. line.Elements(Ns + "Word").Select(Word)]);

    private static Word Word(XElement word)
    {
        var joined = Texts(word).SingleOrDefault(text => Comments(text) == "joined");
        return new Word(
            Text(word), BoxOf(word), Sure(word.Element(Ns + "TextEquiv")!), [.. word.Elements(Ns + "Glyph").Select(Glyph)])
        {
            Part = joined is null ? null : new WordPart(Enum.Parse<WordHalf>(Custom(word, "half")), joined.Value),
            Suggestions =
            [
                .. Texts(word).Where(text => Comments(text).StartsWith("suggestion ", StringComparison.Ordinal))
                    .Select(text => new Suggestion(
                        text.Value, Sure(text), Enum.Parse<SuggestionSource>(Comments(text).Split(' ')[1], ignoreCase: true))),
            ],
        };
    }

    private static IEnumerable<XElement> Texts(XElement element) =>
        element.Elements(Ns + "TextEquiv").OrderBy(text => text.Attribute("index") is null ? 0 : Int(text, "index"));

    private static string Comments(XElement text) => text.Attribute("comments")?.Value ?? "";

    private static Glyph Glyph(XElement glyph)
    {
        var texts = glyph.Elements(Ns + "TextEquiv").OrderBy(text => Int(text, "index")).ToList();
        return new Glyph(
            texts[0].Value, BoxOf(glyph), Sure(texts[0]),
            [.. texts.Skip(1).Select(text => new GlyphCandidate(text.Value, Sure(text)))]);
    }

    private static string Text(XElement element) => element.Element(Ns + "TextEquiv")!.Element(Ns + "Unicode")!.Value;

    private static double Sure(XElement text) => double.Parse(text.Attribute("conf")!.Value, CultureInfo.InvariantCulture);

    private static WritingMode? Mode(XElement element) => element.Attribute("readingDirection")?.Value switch
    {
        "top-to-bottom" => WritingMode.VerticalRl,
        "left-to-right" => WritingMode.HorizontalTb,
        _ => null,
    };

    private static string Custom(XElement element, string key) =>
        Regex.Match(element.Attribute("custom")!.Value, $@"{{{key}:([^;]*);}}").Groups[1].Value;

    private static Box BoxOf(XElement element) =>
        Box.Around(Points(element.Element(Ns + "Coords")).Select(point => new Box(point.X, point.Y, 0, 0)));

    private static IEnumerable<Point> Points(XElement? element) =>
        (element?.Attribute("points")!.Value.Split(' ') ?? []).Select(point => point.Split(','))
            .Select(pair => new Point(int.Parse(pair[0], CultureInfo.InvariantCulture), int.Parse(pair[1], CultureInfo.InvariantCulture)));

    private static int Int(XElement element, string name) =>
        int.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
