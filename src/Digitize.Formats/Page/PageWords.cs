using System.Globalization;
using Digitize.Core.Text;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Page;

/// <summary>Words and glyphs of a line in PAGE, and the places and texts that every element has.</summary>
internal static class PageWords
{
    internal const string Joined = "joined";

    public static async Task WordAsync(XmlElements xml, XmlIds ids, TextPage page, Word word, string id)
    {
        await xml.StartAsync("Word");
        await xml.AttributeAsync("id", ids.Take(id));
        await xml.AttributeAsync("custom", word.Part is { } part ? PageTerms.Broken(part) : null);
        await CoordsAsync(xml, page, word.Box);
        foreach (var (index, glyph) in word.Glyphs.Index())
        {
            await xml.StartAsync("Glyph");
            await xml.AttributeAsync("id", ids.Take(string.Create(CultureInfo.InvariantCulture, $"{id}_g{index + 1}")));
            await CoordsAsync(xml, page, glyph.Box);
            await TextAsync(xml, glyph.Text, glyph.Confidence, 0);
            foreach (var (place, candidate) in glyph.Candidates.Index())
            {
                await TextAsync(xml, candidate.Text, candidate.Confidence, place + 1);
            }

            await xml.EndAsync();
        }

        await TextsAsync(xml, word);
        await xml.EndAsync();
    }

    /// <summary>
    /// The reading, what a person may want instead, and last the whole of a word that the line's end broke; the comment
    /// tells which is which.
    /// </summary>
    private static async Task TextsAsync(XmlElements xml, Word word)
    {
        var alone = word.Suggestions.Count == 0 && word.Part is null;
        await TextAsync(xml, word.Text, word.Confidence, alone ? null : 0);
        foreach (var (index, suggestion) in word.Suggestions.Index())
        {
            await TextAsync(
                xml, suggestion.Text, suggestion.Confidence, index + 1,
                $"suggestion {suggestion.Source.ToString().ToLowerInvariant()}");
        }

        if (word.Part is { } part)
        {
            await TextAsync(xml, part.Joined, null, word.Suggestions.Count + 1, Joined);
        }
    }

    /// <param name="index">The lowest stands; only where there are several.</param>
    public static async Task TextAsync(
        XmlElements xml, string text, double? confidence = null, int? index = null, string? comments = null)
    {
        await xml.StartAsync("TextEquiv");
        await xml.AttributeAsync("index", index?.ToString(CultureInfo.InvariantCulture));
        await xml.AttributeAsync("conf", confidence is { } sure ? XmlValue.Confidence(sure) : null);
        await xml.AttributeAsync("comments", comments);
        await xml.StartAsync("Unicode");
        await xml.ContentAsync(text);
        await xml.EndAsync();
        await xml.EndAsync();
    }

    public static async Task CoordsAsync(XmlElements xml, TextPage page, Box box)
    {
        await xml.StartAsync("Coords");
        await xml.AttributeAsync("points", Points(
            page, [new(box.X, box.Y), new(box.Right, box.Y), new(box.Right, box.Bottom), new(box.X, box.Bottom)]));
        await xml.EndAsync();
    }

    public static string Points(TextPage page, IEnumerable<Point> points) =>
        string.Join(' ', points.Select(point => string.Create(
            CultureInfo.InvariantCulture,
            $"{Math.Clamp(point.X, 0, page.Width)},{Math.Clamp(point.Y, 0, page.Height)}")));
}
