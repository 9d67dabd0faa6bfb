using System.Text;
using Digitize.Core.Text;

namespace Digitize.Ocr.Evaluation;

/// <summary>
/// How well lines were read. Recall counts the truth's characters that stand at their place of the best alignment, as
/// the reading itself or among its first five candidates. Sums are micro-averages.
/// </summary>
/// <param name="First">Characters of the truth that were read.</param>
/// <param name="Five">Characters of the truth that were read or were among the five best.</param>
public sealed record LineScores(int Lines, CharacterErrors Errors, int First, int Five)
{
    /// <summary>White space is layout, circles are marks.</summary>
    private static readonly HashSet<Rune> Marks = [new('○'), new('◯'), new('。'), new('　'), new(' ')];

    public static LineScores None { get; } = new(0, default, 0, 0);

    public static LineScores operator +(LineScores left, LineScores right) => new(
        left.Lines + right.Lines, left.Errors + right.Errors, left.First + right.First, left.Five + right.Five);

    /// <param name="fold">What is done to truth and reading before they are compared.</param>
    public static LineScores Of(string truth, IReadOnlyList<Glyph> reading, Func<string, string> fold)
    {
        var expected = truth.EnumerateRunes().Where(rune => !Marks.Contains(rune)).Select(rune => fold(rune.ToString())).ToList();
        var read = reading.Where(glyph => !glyph.Text.EnumerateRunes().All(Marks.Contains)).ToList();
        var alignment = CharacterAlignment.Of(expected, [.. read.Select(glyph => fold(glyph.Text))]);
        var first = alignment.Pairs.Count(pair => expected[pair.Truth] == fold(read[pair.Reading].Text));
        var five = alignment.Pairs.Count(pair =>
            expected[pair.Truth] == fold(read[pair.Reading].Text)
            || read[pair.Reading].Candidates.Take(5).Any(other => fold(other.Text) == expected[pair.Truth]));
        return new LineScores(1, new CharacterErrors(alignment.Edits, expected.Count), first, five);
    }
}
