using Digitize.Core.Text;

namespace Digitize.Ocr.Preparation;

/// <summary>
/// Lets readings of one page vote on each word (after Fiscus, A post-processing system to yield reduced word error
/// rates: ROVER, 1997): of all that was read where a word of the best reading stands, the spelling with the most
/// confidence behind it wins. Lines, their order and the number of words stay those of the best reading, and no word is
/// ever one that no reading gave.
/// </summary>
internal static class Consensus
{
    /// <summary>Share of the width of two words that both cover, if they are the same word read twice.</summary>
    private const double SameWord = 0.7;

    internal static List<TextRegion> Of(Reading best, IEnumerable<Reading> others)
    {
        var votes = others.Select(other => other.Words.ToList()).ToList();
        return [.. best.Regions.Select(region => Of(region, votes))];
    }

    private static TextRegion Of(TextRegion region, List<List<Word>> others)
    {
        List<TextLine> lines = [.. region.Lines.Select(line => Of(line, others))];
        return region with { Lines = lines, Box = Box.Around(lines.Select(line => line.Box)) };
    }

    private static TextLine Of(TextLine line, List<List<Word>> others)
    {
        var near = others.Select(words => words.Where(word => IsBeside(line.Box, word.Box)).ToList()).ToList();
        List<Word> words = [.. line.Words.Select(word => Elected(word, near))];
        return line with { Words = words, Box = Box.Around(words.Select(word => word.Box)) };
    }

    private static bool IsBeside(Box line, Box word) => word.Y < line.Bottom && line.Y < word.Bottom;

    private static Word Elected(Word word, List<List<Word>> others) =>
        others.Select(words => words.Where(other => IsLevel(word.Box, other.Box))
                .Select(other => (Word: other, Shared: Shared(word.Box, other.Box)))
                .Where(other => other.Shared > SameWord).OrderByDescending(other => other.Shared)
                .Select(other => other.Word).FirstOrDefault())
            .OfType<Word>().Prepend(word)
            .GroupBy(read => read.Text, StringComparer.Ordinal)
            .MaxBy(spelling => spelling.Sum(read => read.Confidence))!
            .First();

    private static bool IsLevel(Box one, Box other) =>
        Math.Abs((one.Y * 2) + one.Height - (other.Y * 2) - other.Height) < Math.Max(one.Height, other.Height);

    private static double Shared(Box one, Box other) =>
        (double)(Math.Min(one.Right, other.Right) - Math.Max(one.X, other.X))
        / (Math.Max(one.Right, other.Right) - Math.Min(one.X, other.X));
}
