using System.Globalization;
using Digitize.Core.Text;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Hocr;

/// <summary>The words of a line in hOCR, and the properties that stand in <c>title</c>.</summary>
internal static class HocrWords
{
    /// <summary>Words of a horizontal line stand apart; those of a column follow each other without a space.</summary>
    public static async Task WriteAsync(XmlElements xml, TextPage page, TextLine line, string id)
    {
        foreach (var (index, word) in line.Words.Index())
        {
            if (index > 0 && line.Mode == WritingMode.HorizontalTb)
            {
                await xml.ContentAsync(" ");
            }

            await xml.StartAsync("span");
            await xml.AttributeAsync("class", "ocrx_word");
            await xml.AttributeAsync("id", string.Create(CultureInfo.InvariantCulture, $"{id}_{index + 1}"));
            await xml.AttributeAsync("title", $"{BoxOf(page, word.Box)}; x_wconf {Percent(word.Confidence)}{Glyphs(page, word)}");
            await xml.ContentAsync(word.Text);
            await xml.EndAsync();
        }
    }

    public static string BoxOf(TextPage page, Box box) => $"bbox {Corners(page, box)}";

    /// <summary>Slope, and distance of its left end from the line's lower left corner (hOCR 1.2, baseline).</summary>
    public static string Baseline(TextLine line, Box box)
    {
        if (line.Mode == WritingMode.VerticalRl || line.Baseline.Count < 2 || line.Baseline[^1].X == line.Baseline[0].X)
        {
            return "";
        }

        var (first, last) = (line.Baseline[0], line.Baseline[^1]);
        var slope = (double)(last.Y - first.Y) / (last.X - first.X);
        var offset = first.Y + (slope * (box.X - first.X)) - box.Bottom;
        return string.Create(CultureInfo.InvariantCulture, $"; baseline {slope:0.####} {offset:0.##}");
    }

    private static string Glyphs(TextPage page, Word word) => word.Glyphs.Count == 0
        ? ""
        : $"; x_bboxes {string.Join(' ', word.Glyphs.Select(glyph => Corners(page, glyph.Box)))}"
            + $"; x_confs {string.Join(' ', word.Glyphs.Select(glyph => Percent(glyph.Confidence)))}";

    private static string Corners(TextPage page, Box box)
    {
        var inside = box.ClampTo(page.Width, page.Height);
        return string.Create(CultureInfo.InvariantCulture, $"{inside.X} {inside.Y} {inside.Right} {inside.Bottom}");
    }

    /// <summary>0 to 100, two decimals.</summary>
    private static string Percent(double confidence) =>
        (100 * (double.IsNaN(confidence) ? 0 : Math.Clamp(confidence, 0, 1))).ToString("0.##", CultureInfo.InvariantCulture);
}
