using System.Text;
using Digitize.Core.Text;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Alto;

/// <summary>ALTO allows no white space inside a String; a person may have typed some inside a word.</summary>
internal static class WhiteSpace
{
    /// <summary>
    /// The word itself, or its parts, each with its share of the box along the line. Parts have no glyphs. Nothing for
    /// a word without text.
    /// </summary>
    public static IEnumerable<Word> Split(Word word, WritingMode mode)
    {
        var runes = XmlValue.Clean(word.Text).EnumerateRunes().ToArray();
        if (runes.Length > 0 && !runes.Any(Rune.IsWhiteSpace))
        {
            yield return word;
            yield break;
        }

        for (var start = 0; start < runes.Length;)
        {
            var end = start;
            while (end < runes.Length && !Rune.IsWhiteSpace(runes[end]))
            {
                end++;
            }

            if (end > start)
            {
                var box = Share(word.Box, mode, start, end, runes.Length);
                yield return new Word(string.Concat(runes[start..end]), box, word.Confidence, []);
            }

            start = end + 1;
        }
    }

    private static Box Share(Box box, WritingMode mode, int start, int end, int count)
    {
        var isVertical = mode == WritingMode.VerticalRl;
        long length = isVertical ? box.Height : box.Width;
        var from = (int)(length * start / count);
        var extent = (int)(length * end / count) - from;
        return isVertical
            ? box with { Y = box.Y + from, Height = extent }
            : box with { X = box.X + from, Width = extent };
    }
}
