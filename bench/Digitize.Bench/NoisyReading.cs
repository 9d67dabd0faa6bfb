using Digitize.Core.Text;

namespace Digitize.Bench;

/// <summary>
/// The true lines as a recogniser would give them: boxes off by up to two pixels, one letter in fifty wrong, a page's
/// number misread one time in six, lines out of order, and one pair in twelve of neighbours in two columns read as one.
/// </summary>
internal static class NoisyReading
{
    internal static IReadOnlyList<TextRegion> Of(LayoutTruth truth, int seed)
    {
        var random = new Random(seed);
        var lines = truth.Lines.Select(entry => Line(entry.Line, entry.Kind, truth.Language, random)).ToList();
        Merge(lines, truth, random);
        var shuffled = lines.ToArray();
        random.Shuffle(shuffled);
        return [new TextRegion("", RegionKind.Body, Box.Around(lines.Select(line => line.Box)), WritingMode.HorizontalTb, shuffled)];
    }

    private static TextLine Line(TrueLine line, RegionKind kind, string language, Random random)
    {
        var words = line.Words.Select(word => new Word(
            Misread(word.Text, kind, random),
            new Box(
                Math.Max(0, word.Place.X + random.Next(-2, 3)), Math.Max(0, word.Place.Y + random.Next(-2, 3)),
                word.Place.Width + random.Next(-2, 3), word.Place.Height + random.Next(-1, 3)),
            0.9, [])).ToList();
        return new TextLine("", Box.Around(words.Select(word => word.Box)), [], language, WritingMode.HorizontalTb, words);
    }

    private static string Misread(string text, RegionKind kind, Random random)
    {
        if (kind == RegionKind.PageNumber)
        {
            return random.Next(6) > 0 || !text.Any(char.IsAsciiLetterOrDigit) ? text
                : char.IsAsciiDigit(text[^1]) ? text[..^1] + "1469"[random.Next(4)] : text.Replace('i', 'l');
        }

        return string.Concat(text.Select(letter =>
            char.IsLetter(letter) && random.Next(50) == 0 ? "eoancu"[random.Next(6)] : letter));
    }

    /// <summary>Two lines on one row with nothing between them.</summary>
    private static void Merge(List<TextLine> lines, LayoutTruth truth, Random random)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            var right = lines.Where(other => other.Box.X >= line.Box.Right
                    && Math.Abs(other.Box.Bottom - line.Box.Bottom) < line.Box.Height / 3)
                .MinBy(other => other.Box.X);
            if (right is not null && right.Box.X - line.Box.Right < truth.Width / 12 && random.Next(12) == 0)
            {
                lines[index] = line with { Box = Box.Around([line.Box, right.Box]), Words = [.. line.Words, .. right.Words] };
                lines.Remove(right);
                index = Math.Max(0, index - 1);
            }
        }
    }
}
