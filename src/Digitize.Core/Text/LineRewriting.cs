using System.Globalization;

namespace Digitize.Core.Text;

/// <summary>
/// Gives a line the text that a person wrote. Characters that stay keep their boxes and candidates; those between two
/// that stay share the room there evenly. What a person wrote is sure.
/// </summary>
public static class LineRewriting
{
    private const double Sure = 1;

    /// <param name="text">On a horizontal line its white space parts words; on a column it is dropped.</param>
    /// <returns>The line with no words when the text is blank.</returns>
    public static TextLine With(this TextLine line, string text)
    {
        var vertical = line.Mode == WritingMode.VerticalRl;
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Graphemes).ToList();
        if (vertical && parts.Count > 1)
        {
            parts = [[.. parts.SelectMany(part => part)]];
        }

        var glyphs = Placed(line, [.. line.Words.SelectMany(word => Glyphs(word, line.Mode))], [.. parts.SelectMany(part => part)]);
        var words = new List<Word>(parts.Count);
        var taken = 0;
        foreach (var part in parts)
        {
            var own = glyphs.GetRange(taken, part.Count);
            taken += part.Count;
            words.Add(new Word(
                string.Concat(part), Box.Around(own.Select(glyph => glyph.Box)), own.Average(glyph => glyph.Confidence), own));
        }

        return line with { Words = words };
    }

    /// <summary>A word without glyphs is cut evenly.</summary>
    private static IEnumerable<Glyph> Glyphs(Word word, WritingMode mode) =>
        word.Glyphs.Count > 0 ? word.Glyphs : Evenly(Graphemes(word.Text), word.Box, mode, word.Confidence);

    private static List<string> Graphemes(string text)
    {
        var graphemes = new List<string>();
        for (var rest = StringInfo.GetTextElementEnumerator(text); rest.MoveNext();)
        {
            graphemes.Add(rest.GetTextElement());
        }

        return graphemes;
    }

    private static List<Glyph> Placed(TextLine line, List<Glyph> old, List<string> written)
    {
        var placed = new List<Glyph>(written.Count);
        var (from, to) = (0, 0);
        foreach (var (kept, at) in Kept(old, written).Append((old.Count, written.Count)))
        {
            Fill(line, old, from, kept, written.GetRange(to, at - to), placed);
            if (kept < old.Count)
            {
                placed.Add(old[kept]);
            }

            (from, to) = (kept + 1, at + 1);
        }

        return placed;
    }

    /// <summary>Places (old, new) of a longest common subsequence, in order.</summary>
    private static IEnumerable<(int Old, int New)> Kept(List<Glyph> old, List<string> written)
    {
        var longest = new int[old.Count + 1, written.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = written.Count - 1; j >= 0; j--)
            {
                longest[i, j] = old[i].Text == written[j]
                    ? longest[i + 1, j + 1] + 1
                    : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        for (var (i, j) = (0, 0); i < old.Count && j < written.Count;)
        {
            if (old[i].Text == written[j])
            {
                yield return (i++, j++);
            }
            else if (longest[i + 1, j] >= longest[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    /// <summary>Puts new characters where the old ones from one to another stood, or in the gap if there were none.</summary>
    private static void Fill(TextLine line, List<Glyph> old, int from, int to, List<string> written, List<Glyph> placed)
    {
        if (written.Count == to - from)
        {
            placed.AddRange(written.Select((text, i) => new Glyph(text, old[from + i].Box, Sure, [])));
            return;
        }

        var room = to > from ? Box.Around(old.GetRange(from, to - from).Select(glyph => glyph.Box)) : Gap(line, old, from);
        placed.AddRange(Evenly(written, room, line.Mode, Sure));
    }

    private static IEnumerable<Glyph> Evenly(IReadOnlyList<string> texts, Box room, WritingMode mode, double confidence)
    {
        var vertical = mode == WritingMode.VerticalRl;
        var (start, length) = vertical ? (room.Y, room.Height) : (room.X, room.Width);
        for (var i = 0; i < texts.Count; i++)
        {
            var first = start + (length * i / texts.Count);
            var last = Math.Max(first + 1, start + (length * (i + 1) / texts.Count));
            var box = vertical ? room with { Y = first, Height = last - first } : room with { X = first, Width = last - first };
            yield return new Glyph(texts[i], box, confidence, []);
        }
    }

    /// <summary>Between the character before a place and the one at it; at least a pixel, inside the line.</summary>
    private static Box Gap(TextLine line, List<Glyph> old, int at)
    {
        var box = line.Box;
        if (line.Mode == WritingMode.VerticalRl)
        {
            var top = Math.Clamp(at > 0 ? old[at - 1].Box.Bottom : box.Y, box.Y, Math.Max(box.Y, box.Bottom - 1));
            var bottom = at < old.Count ? old[at].Box.Y : box.Bottom;
            return box with { Y = top, Height = Math.Max(1, bottom - top) };
        }

        var left = Math.Clamp(at > 0 ? old[at - 1].Box.Right : box.X, box.X, Math.Max(box.X, box.Right - 1));
        var right = at < old.Count ? old[at].Box.X : box.Right;
        return box with { X = left, Width = Math.Max(1, right - left) };
    }
}
