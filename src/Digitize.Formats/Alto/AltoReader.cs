using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Digitize.Core.Text;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Alto;

/// <summary>Reads the first page of an ALTO file (version 2, 3 or 4, in pixels). The file is not trusted.</summary>
public static class AltoReader
{
    /// <summary>About ten times a dense newspaper page with glyphs; the tree it makes still fits in memory.</summary>
    private const long MaximumCharacters = 32 * 1024 * 1024;

    private const int MaximumPixels = 1_000_000;

    /// <exception cref="InvalidDataException">Not ALTO, not well formed, too large, or not in pixels.</exception>
    public static async Task<TextPage> ReadAsync(Stream stream, CancellationToken ct)
    {
        var settings = new XmlReaderSettings
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaximumCharacters,
        };
        try
        {
            using var reader = XmlReader.Create(stream, settings);
            var tree = await XDocument.LoadAsync(reader, LoadOptions.None, ct);
            return Read(tree.Root!);
        }
        catch (XmlException fault)
        {
            throw new InvalidDataException($"The ALTO file cannot be read: {fault.Message}", fault);
        }
    }

    private static TextPage Read(XElement root)
    {
        var ns = root.Name.Namespace;
        if (root.Name.LocalName != "alto"
            || !ns.NamespaceName.StartsWith("http://www.loc.gov/standards/alto/ns-v", StringComparison.Ordinal))
        {
            throw new InvalidDataException($"Not an ALTO file: its root is {root.Name}.");
        }

        var description = root.Element(ns + "Description");
        var unit = description?.Element(ns + "MeasurementUnit")?.Value.Trim();
        if (unit != "pixel")
        {
            throw new InvalidDataException($"The ALTO file measures in '{unit}'; only pixels are read.");
        }

        var page = root.Element(ns + "Layout")?.Element(ns + "Page")
            ?? throw new InvalidDataException("The ALTO file has no page.");
        var kinds = Kinds(root.Element(ns + "Tags"));
        var regions = page.Descendants(ns + "TextBlock").Select(block => Region(block, ns, kinds)).ToList();
        return new TextPage(
            Pixels(page, "WIDTH"), Pixels(page, "HEIGHT"), regions, AltoProcessing.Find(description!, ns));
    }

    private static Dictionary<string, RegionKind> Kinds(XElement? tags)
    {
        var kinds = new Dictionary<string, RegionKind>(StringComparer.Ordinal);
        foreach (var tag in tags?.Elements() ?? [])
        {
            var label = tag.Attribute("LABEL")?.Value;
            if (tag.Attribute("ID") is { } id && Enum.GetNames<RegionKind>().Contains(label))
            {
                kinds[id.Value] = Enum.Parse<RegionKind>(label!);
            }
        }

        return kinds;
    }

    private static TextRegion Region(XElement block, XNamespace ns, Dictionary<string, RegionKind> kinds)
    {
        var kind = (block.Attribute("TAGREFS")?.Value ?? "").Split(' ')
            .Where(kinds.ContainsKey).Select(id => kinds[id]).FirstOrDefault(RegionKind.Body);
        var mode = Mode(block) ?? WritingMode.HorizontalTb;
        var language = block.Attribute("LANG")?.Value ?? "und";
        var lines = block.Elements(ns + "TextLine").Select(line => Line(line, ns, mode, language)).ToList();
        return new TextRegion(Id(block), kind, BoxOf(block), mode, lines);
    }

    private static TextLine Line(XElement line, XNamespace ns, WritingMode blockMode, string blockLanguage)
    {
        var words = line.Elements(ns + "String")
            .Where(text => text.Attribute("CONTENT")?.Value.Length > 0)
            .Select(text => Word(text, ns))
            .ToList();
        if (words.Count > 0 && line.Element(ns + "HYP") is { } hyphen)
        {
            words[^1] = AltoHyphen.With(words[^1], hyphen, BoxOf);
        }

        return new TextLine(
            Id(line),
            BoxOf(line),
            Points(line.Attribute("BASELINE")?.Value ?? ""),
            line.Attribute("LANG")?.Value ?? blockLanguage,
            Mode(line) ?? blockMode,
            words);
    }

    private static Word Word(XElement text, XNamespace ns)
    {
        var content = text.Attribute("CONTENT")!.Value;
        var glyphs = text.Elements(ns + "Glyph").ToList();
        var graphemes = AltoGraphemes.Of(content, [.. glyphs.Select(glyph => glyph.Attribute("CONTENT")?.Value ?? "")]);
        return new Word(
            content,
            BoxOf(text),
            Confidence(text, "WC"),
            [.. glyphs.Zip(graphemes, (glyph, grapheme) => Glyph(glyph, ns, grapheme))])
        {
            Part = AltoHyphen.Part(text),
            Suggestions = AltoSuggestions.Of(text, ns),
        };
    }

    private static Glyph Glyph(XElement glyph, XNamespace ns, string grapheme) => new(
        grapheme,
        BoxOf(glyph),
        Confidence(glyph, "GC"),
        [.. glyph.Elements(ns + "Variant").Select(variant =>
            new GlyphCandidate(variant.Attribute("CONTENT")?.Value ?? "", Confidence(variant, "VC")))]);

    private static string Id(XElement element) => XmlIds.Decode(element.Attribute("ID")?.Value ?? "");

    private static WritingMode? Mode(XElement element) => element.Attribute("BASEDIRECTION")?.Value switch
    {
        null => null,
        "ttb" or "btt" => WritingMode.VerticalRl,
        _ => WritingMode.HorizontalTb,
    };

    private static Box BoxOf(XElement element) => new(
        Pixels(element, "HPOS"), Pixels(element, "VPOS"), Pixels(element, "WIDTH"), Pixels(element, "HEIGHT"));

    private static List<Point> Points(string points)
    {
        var numbers = points.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(Pixels).ToList();
        return [.. numbers.Chunk(2).Where(pair => pair.Length == 2).Select(pair => new Point(pair[0], pair[1]))];
    }

    private static int Pixels(XElement element, string name) =>
        element.Attribute(name) is { } attribute ? Pixels(attribute.Value) : 0;

    private static int Pixels(string text)
    {
        var value = Number(text);
        return Math.Abs(value) <= MaximumPixels
            ? (int)Math.Round(value, MidpointRounding.AwayFromZero)
            : throw new InvalidDataException($"'{text}' is not a position on a page.");
    }

    private static double Confidence(XElement element, string name) =>
        element.Attribute(name) is { } attribute ? Math.Clamp(Number(attribute.Value), 0, 1) : 0;

    private static double Number(string text) =>
        double.TryParse(
            text.Trim(),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var value) && double.IsFinite(value)
            ? value
            : throw new InvalidDataException($"'{text}' is not a number.");
}
