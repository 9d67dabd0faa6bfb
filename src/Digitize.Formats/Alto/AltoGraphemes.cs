using System.Globalization;

namespace Digitize.Formats.Alto;

/// <summary>
/// Gives glyphs back what the schema cuts off (a Glyph holds one code point): the grapheme at the same place of the
/// word, where it is one that would have been cut to that code point.
/// </summary>
internal static class AltoGraphemes
{
    public static IReadOnlyList<string> Of(string word, IReadOnlyList<string> glyphs)
    {
        var graphemes = new List<string>();
        for (var elements = StringInfo.GetTextElementEnumerator(word); elements.MoveNext();)
        {
            graphemes.Add(elements.GetTextElement());
        }

        return graphemes.Count == glyphs.Count
            ? [.. graphemes.Zip(glyphs, (grapheme, glyph) => AltoStrings.Content(grapheme) == glyph ? grapheme : glyph)]
            : glyphs;
    }
}
