using System.Globalization;
using System.Text;
using Digitize.Core.Text;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Alto;

/// <summary>
/// The words of a line: <c>String</c>, <c>SP</c>, <c>Glyph</c>, <c>Variant</c>, <c>ALTERNATIVE</c>; <c>HYP</c> where the
/// line's end breaks one.
/// </summary>
internal static class AltoStrings
{
    private const int LongestVariant = 3;

    public static async Task WriteAsync(XmlElements xml, XmlIds ids, TextPage page, TextLine line)
    {
        var words = line.Words.SelectMany(word => WhiteSpace.Split(word, line.Mode)).ToList();
        if (words.Count == 0)
        {
            await UnreadAsync(xml, page, line);
            return;
        }

        for (var index = 0; index < words.Count; index++)
        {
            if (index > 0 && line.Mode == WritingMode.HorizontalTb)
            {
                await SpaceAsync(xml, page, words[index - 1].Box, words[index].Box);
            }

            var id = string.Create(CultureInfo.InvariantCulture, $"{line.Id}_w{index + 1}");
            await WordAsync(xml, ids, page, AltoHyphen.Without(words[index]), id);
        }

        await AltoHyphen.WriteAsync(xml, page, words[^1]);
    }

    /// <summary>ALTO wants a String in every line; a line that nobody could read has an empty one.</summary>
    private static async Task UnreadAsync(XmlElements xml, TextPage page, TextLine line)
    {
        await xml.StartAsync("String");
        await AltoWriter.BoxAsync(xml, page, line.Box);
        await xml.AttributeAsync("CONTENT", "");
        await xml.EndAsync();
    }

    private static async Task SpaceAsync(XmlElements xml, TextPage page, Box before, Box after)
    {
        await xml.StartAsync("SP");
        await AltoWriter.BoxAsync(
            xml, page, new Box(before.Right, before.Y, Math.Max(0, after.X - before.Right), before.Height));
        await xml.EndAsync();
    }

    private static async Task WordAsync(XmlElements xml, XmlIds ids, TextPage page, Word word, string id)
    {
        await xml.StartAsync("String");
        await xml.AttributeAsync("ID", ids.Take(id));
        await AltoWriter.BoxAsync(xml, page, word.Box);
        await xml.AttributeAsync("CONTENT", word.Text);
        if (word.Part is { } part)
        {
            await xml.AttributeAsync("SUBS_TYPE", AltoHyphen.TypeOf(part.Half));
            await xml.AttributeAsync("SUBS_CONTENT", part.Joined);
        }

        await xml.AttributeAsync("WC", XmlValue.Confidence(word.Confidence));
        foreach (var suggestion in word.Suggestions)
        {
            await xml.StartAsync("ALTERNATIVE");
            await xml.AttributeAsync("PURPOSE", AltoSuggestions.Purpose(suggestion));
            await xml.ContentAsync(suggestion.Text);
            await xml.EndAsync();
        }

        foreach (var glyph in word.Glyphs.Where(glyph => glyph.Text.Length > 0))
        {
            await GlyphAsync(xml, page, glyph);
        }

        await xml.EndAsync();
    }

    private static async Task GlyphAsync(XmlElements xml, TextPage page, Glyph glyph)
    {
        await xml.StartAsync("Glyph");
        await AltoWriter.BoxAsync(xml, page, glyph.Box);
        await xml.AttributeAsync("CONTENT", Content(glyph.Text));
        await xml.AttributeAsync("GC", XmlValue.Confidence(glyph.Confidence));
        foreach (var candidate in glyph.Candidates)
        {
            if (candidate.Text.EnumerateRunes().Count() is > 0 and <= LongestVariant)
            {
                await xml.StartAsync("Variant");
                await xml.AttributeAsync("CONTENT", candidate.Text);
                await xml.AttributeAsync("VC", XmlValue.Confidence(candidate.Confidence));
                await xml.EndAsync();
            }
        }

        await xml.EndAsync();
    }

    /// <summary>
    /// The one code point that the schema allows: the grapheme precomposed where it can be, else its base. The whole
    /// grapheme stands in the String, at the same place. A single code point stays what it is: composing would turn
    /// compatibility ideographs into others.
    /// </summary>
    public static string Content(string grapheme)
    {
        var clean = XmlValue.Clean(grapheme);
        var first = clean.EnumerateRunes().First();
        if (first.Utf16SequenceLength == clean.Length)
        {
            return clean;
        }

        var composed = clean.Normalize(NormalizationForm.FormC);
        return composed.EnumerateRunes().Count() == 1 ? composed : first.ToString();
    }
}
