using System.Globalization;
using Digitize.Core.Text;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Hocr;

/// <summary>
/// Writes a <see cref="TextPage"/> as hOCR 1.2 (kba.github.io/hocr-spec), in pixels of the access image. A region is
/// an <c>ocr_carea</c> with one <c>ocr_par</c>; what holds others is drawn around them, since readers expect a word
/// inside its line. Glyphs keep their boxes and confidences; candidates are left to ALTO and PAGE, for readers that
/// take the text of an element would take theirs too.
/// </summary>
public static class HocrWriter
{
    internal const string Namespace = "http://www.w3.org/1999/xhtml";

    public static async Task WriteAsync(
        TextPage page, HocrDescription description, Stream stream, CancellationToken ct)
    {
        await using var writer = XmlElements.Open(stream, indent: false);
        var xml = new XmlElements(writer, "", Namespace);
        await writer.WriteStartDocumentAsync();
        await xml.StartAsync("html");
        await writer.WriteAttributeStringAsync("xml", "lang", null, LanguageTag.OrNull(description.Language) ?? "und");
        await HeadAsync(xml, page, description);
        await xml.StartAsync("body");
        await xml.StartAsync("div");
        await xml.AttributeAsync("class", "ocr_page");
        await xml.AttributeAsync("id", "page_1");
        await xml.AttributeAsync("title", string.Create(
            CultureInfo.InvariantCulture,
            $"image {Quoted(description.ImageName)}; bbox 0 0 {page.Width} {page.Height}; ppageno {description.Sequence - 1}"));
        foreach (var (index, region) in page.Regions.Index())
        {
            ct.ThrowIfCancellationRequested();
            await RegionAsync(xml, writer, page, region, index + 1, ct);
        }

        await xml.EndAsync();
        await xml.EndAsync();
        await xml.EndAsync();
        await writer.WriteEndDocumentAsync();
        ct.ThrowIfCancellationRequested();
    }

    private static async Task HeadAsync(XmlElements xml, TextPage page, HocrDescription description)
    {
        await xml.StartAsync("head");
        await xml.StartAsync("title");
        await xml.ContentAsync(description.Title);
        await xml.EndAsync();
        await MetaAsync(xml, "ocr-system", page.Processing is { } read ? $"{read.Software} {read.Version}".Trim() : "Digitize");
        await MetaAsync(
            xml, "ocr-capabilities", "ocr_page ocr_carea ocr_par ocr_line ocrx_word ocrp_lang ocrp_wconf ocrp_dir");
        await MetaAsync(xml, "ocr-number-of-pages", "1");
        await xml.EndAsync();
    }

    private static async Task MetaAsync(XmlElements xml, string name, string content)
    {
        await xml.StartAsync("meta");
        await xml.AttributeAsync("name", name);
        await xml.AttributeAsync("content", content);
        await xml.EndAsync();
    }

    private static async Task RegionAsync(
        XmlElements xml, System.Xml.XmlWriter writer, TextPage page, TextRegion region, int number, CancellationToken ct)
    {
        var lines = region.Lines.Select(line => (Line: line, Box: Box.Around([.. line.Words.Select(word => word.Box), line.Box])))
            .ToList();
        var around = Box.Around([.. lines.Select(line => line.Box), region.Box]);
        var id = string.Create(CultureInfo.InvariantCulture, $"block_1_{number}");
        await StartAsync(xml, "div", "ocr_carea", id, page, around, StyleOf(region.Mode));
        await xml.AttributeAsync("data-kind", region.Kind.ToString());
        await StartAsync(xml, "p", "ocr_par", $"par{id[5..]}", page, around, null);
        foreach (var (index, (line, box)) in lines.Index())
        {
            ct.ThrowIfCancellationRequested();
            var lineId = string.Create(CultureInfo.InvariantCulture, $"line_1_{number}_{index + 1}");
            await StartAsync(
                xml, "span", "ocr_line", lineId, page, box, line.Mode == region.Mode ? null : StyleOf(line.Mode),
                HocrWords.Baseline(line, box));
            if (LanguageTag.OrNull(line.Language) is { } language)
            {
                await writer.WriteAttributeStringAsync("xml", "lang", null, language);
            }

            await HocrWords.WriteAsync(xml, page, line, $"word{lineId[4..]}");
            await xml.EndAsync();
            await xml.ContentAsync("\n");
        }

        await xml.EndAsync();
        await xml.EndAsync();
    }

    private static async Task StartAsync(
        XmlElements xml, string element, string kind, string id, TextPage page, Box box, string? style, string more = "")
    {
        await xml.StartAsync(element);
        await xml.AttributeAsync("class", kind);
        await xml.AttributeAsync("id", id);
        await xml.AttributeAsync("title", HocrWords.BoxOf(page, box) + more);
        await xml.AttributeAsync("style", style);
    }

    private static string StyleOf(WritingMode mode) =>
        $"writing-mode: {(mode == WritingMode.VerticalRl ? "vertical-rl" : "horizontal-tb")}";

    /// <summary>hOCR strings know two escapes.</summary>
    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
