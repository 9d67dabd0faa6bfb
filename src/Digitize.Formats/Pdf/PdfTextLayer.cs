using System.Globalization;
using System.Text;
using Digitize.Core.Text;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Pdf;

/// <summary>
/// A page's text as invisible text that lies on its image, in reading order. Horizontal words are stretched to their
/// boxes, so that what is selected is what is seen; columns are placed glyph by glyph. Lengths are pixels of the text
/// page, counted from its lower edge.
/// </summary>
internal sealed class PdfTextLayer(PdfGlyphs glyphs, TextPage page, string? documentLanguage)
{
    /// <summary>Of a column's glyphs, from one to the next, to their size: below it poppler begins another line.</summary>
    private const double LeastDistance = 0.55;

    /// <summary>A greater distance is a gap that somebody left.</summary>
    private const double LargestToUsual = 1.5;

    private readonly StringBuilder _content = new();

    /// <summary>Operators of a content stream, within BT and ET.</summary>
    public string Write(CancellationToken ct)
    {
        _content.Append("3 Tr\n");
        foreach (var line in page.Lines)
        {
            ct.ThrowIfCancellationRequested();
            var language = LanguageTag.OrNull(line.Language);
            var marked = language is not null && language != documentLanguage;
            if (marked)
            {
                _content.Append(CultureInfo.InvariantCulture, $"/Span << /Lang ({language}) >> BDC\n");
            }

            if (line.Mode == WritingMode.VerticalRl)
            {
                Column(line);
            }
            else
            {
                Line(line);
            }

            if (marked)
            {
                _content.Append("EMC\n");
            }
        }

        return _content.ToString();
    }

    /// <summary>All words stand on one baseline, and a space fills the gap to the next, so that readers see one line.</summary>
    private void Line(TextLine line)
    {
        var box = line.Box.ClampTo(page.Width, page.Height);
        var size = Math.Max(1, box.Height);
        var baseline = page.Height - box.Bottom;
        var words = line.Words.Where(word => word.Text.Length > 0).ToList();
        _content.Append(CultureInfo.InvariantCulture, $"/{PdfFonts.Horizontal} {size} Tf\n");
        foreach (var (index, word) in words.Index())
        {
            var place = word.Box.ClampTo(page.Width, page.Height);
            var shown = glyphs.Of(word.Text);
            Move(place.X, baseline);
            Show(shown, place.Width, size);
            if (index + 1 < words.Count)
            {
                Show([glyphs.Space], words[index + 1].Box.ClampTo(page.Width, page.Height).X - place.Right, size);
            }
        }
    }

    /// <summary>
    /// Each glyph begins where it was seen and is as wide as the column. All have one size, and none overlaps the one
    /// before by half: poppler takes either for another line. It
    /// takes a gap for a space, so the size is the largest usual distance.
    /// </summary>
    private void Column(TextLine line)
    {
        var box = line.Box.ClampTo(page.Width, page.Height);
        var placed = line.Words.SelectMany(Places).ToList();
        if (placed.Count == 0)
        {
            return;
        }

        var size = SizeOf([.. placed.Select(glyph => glyph.Box)]);
        _content.Append(CultureInfo.InvariantCulture, $"/{PdfFonts.Vertical} {PdfValue.Number(size)} Tf\n");
        var top = double.NegativeInfinity;
        foreach (var (glyph, place) in placed)
        {
            top = Math.Max(place.Y, top + (LeastDistance * size));
            Move(box.X, page.Height - top - size);
            Show([glyph], box.Width, size);
        }
    }

    private static double SizeOf(List<Box> places)
    {
        var distances = places.Zip(places.Skip(1), (one, next) => (double)(next.Y - one.Y)).Append(places[^1].Height).Order().ToList();
        var usual = distances[distances.Count / 2];
        return Math.Max(1, Math.Min(distances[^1], LargestToUsual * usual));
    }

    /// <summary>Where each glyph was seen; where nobody looked, the word's box in equal parts.</summary>
    private IEnumerable<(PdfGlyph Glyph, Box Box)> Places(Word word)
    {
        var shown = glyphs.Of(word.Text);
        var seen = word.Glyphs.Count == shown.Count;
        foreach (var (index, glyph) in shown.Index())
        {
            var (from, to) = ((long)word.Box.Height * index / shown.Count, (long)word.Box.Height * (index + 1) / shown.Count);
            var part = word.Box with { Y = word.Box.Y + (int)from, Height = (int)(to - from) };
            yield return (glyph, (seen ? word.Glyphs[index].Box : part).ClampTo(page.Width, page.Height));
        }
    }

    private void Move(double x, double y) =>
        _content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {PdfValue.Number(x)} {PdfValue.Number(y)} Tm ");

    /// <summary>Shows glyphs stretched to a width; to almost nothing where there is no room.</summary>
    private void Show(IReadOnlyList<PdfGlyph> shown, int width, double size)
    {
        if (shown.Count == 0)
        {
            return;
        }

        var natural = shown.Sum(glyph => glyph.Width) * size / 1000.0;
        _content.Append(CultureInfo.InvariantCulture, $"{PdfValue.Number(100 * Math.Max(0.1, width) / natural)} Tz <");
        foreach (var glyph in shown)
        {
            _content.Append(CultureInfo.InvariantCulture, $"{glyph.Number:X4}");
        }

        _content.Append("> Tj\n");
    }
}
