using System.Globalization;
using System.Text;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Pdf;

/// <summary>
/// The written characters of a document, each with a number of its own in order of appearance. A character is a
/// grapheme, so Nôm beyond the BMP, a letter with its marks or an ideograph with its variation selector is one glyph,
/// and is selected as one.
/// </summary>
internal sealed class PdfGlyphs
{
    /// <summary>Thousandths of the font's size.</summary>
    public const int Narrow = 500;

    /// <summary>Thousandths of the font's size.</summary>
    public const int Wide = 1000;

    /// <summary>What a two-byte code can tell apart; the number 0 is never shown (ISO 19005-2, 6.2.11.8).</summary>
    private const int MaximumGlyphs = 65_534;

    /// <summary>A longer pile of marks is taken apart: what a glyph stands for is bounded (Adobe note 5411).</summary>
    private const int LongestGrapheme = 32;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    public PdfGlyphs() => Space = Glyph(" ");

    public PdfGlyph Space { get; }

    /// <summary>What each glyph stands for; that of number n at place n - 1.</summary>
    public IReadOnlyList<string> Texts => _texts;

    public IReadOnlyList<PdfGlyph> Of(string text)
    {
        var glyphs = new List<PdfGlyph>();
        var clean = XmlValue.Clean(text).Replace("\uFEFF", "", StringComparison.Ordinal);
        for (var elements = StringInfo.GetTextElementEnumerator(clean); elements.MoveNext();)
        {
            var grapheme = elements.GetTextElement();
            var parts = grapheme.Length <= LongestGrapheme
                ? [grapheme]
                : grapheme.EnumerateRunes().Select(rune => rune.ToString());
            glyphs.AddRange(parts.Select(Glyph));
        }

        return glyphs;
    }

    public static int WidthOf(string grapheme) => IsWide(Rune.GetRuneAt(grapheme, 0).Value) ? Wide : Narrow;

    private PdfGlyph Glyph(string text)
    {
        if (!_numbers.TryGetValue(text, out var number))
        {
            // The last place stands for all that comes too late to have one.
            if (_texts.Count < MaximumGlyphs)
            {
                _texts.Add(_texts.Count == MaximumGlyphs - 1 ? "\uFFFD" : text);
                _numbers[_texts[^1]] = _texts.Count;
            }

            number = _texts.Count;
        }

        return new PdfGlyph(number, WidthOf(_texts[number - 1]));
    }

    /// <summary>Ideographs, kana, hangul, their punctuation, and private use, where Nôm fonts keep theirs.</summary>
    private static bool IsWide(int rune) =>
        rune is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xE000 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF01 and <= 0xFF60)
            or (>= 0xFFE0 and <= 0xFFE6) or >= 0x1F300;
}

/// <param name="Number">The code that shows it; also its place in the font.</param>
/// <param name="Width">Thousandths of the font's size.</param>
internal readonly record struct PdfGlyph(int Number, int Width);
