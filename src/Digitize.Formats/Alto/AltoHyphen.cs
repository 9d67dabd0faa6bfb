using System.Xml.Linq;
using Digitize.Core.Text;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Alto;

/// <summary>
/// A word that the end of its line breaks: ALTO has the hyphen in an element of its own, <c>HYP</c>, which has a box and
/// a text but no confidence.
/// </summary>
internal static class AltoHyphen
{
    public static string TypeOf(WordHalf half) => half == WordHalf.First ? "HypPart1" : "HypPart2";

    /// <summary>The word as its String holds it. Its last glyph is the hyphen, where there are as many as letters.</summary>
    public static Word Without(Word word) => Broken(word) is { } letters
        ? word with { Text = letters, Glyphs = HasGlyph(word) ? [.. word.Glyphs.SkipLast(1)] : word.Glyphs }
        : word;

    public static async Task WriteAsync(XmlElements xml, TextPage page, Word last)
    {
        if (Broken(last) is { } letters)
        {
            await xml.StartAsync("HYP");
            if (HasGlyph(last))
            {
                await AltoWriter.BoxAsync(xml, page, last.Glyphs[^1].Box);
            }

            await xml.AttributeAsync("CONTENT", last.Text[letters.Length..]);
            await xml.EndAsync();
        }
    }

    /// <summary>The word with what stands in the line's HYP put back.</summary>
    public static Word With(Word word, XElement hyphen, Func<XElement, Box> boxOf)
    {
        var text = hyphen.Attribute("CONTENT")?.Value ?? "";
        return word with
        {
            Text = word.Text + text,
            Glyphs = word.Glyphs.Count > 0 && hyphen.Attribute("HPOS") is not null
                ? [.. word.Glyphs, new Glyph(text, boxOf(hyphen), word.Confidence, [])]
                : word.Glyphs,
        };
    }

    public static WordPart? Part(XElement text) =>
        (text.Attribute("SUBS_TYPE")?.Value, text.Attribute("SUBS_CONTENT")?.Value) switch
        {
            ("HypPart1", { Length: > 0 } joined) => new WordPart(WordHalf.First, joined),
            ("HypPart2", { Length: > 0 } joined) => new WordPart(WordHalf.Second, joined),
            _ => null,
        };

    private static string? Broken(Word word) =>
        word.Part is { Half: WordHalf.First } ? Hyphens.Before(word.Text) : null;

    private static bool HasGlyph(Word word) =>
        word.Glyphs.Count > 1 && Hyphens.Is(word.Glyphs[^1].Text.EnumerateRunes().FirstOrDefault());
}
