using System.Text;
using Digitize.Core.Text;

namespace Digitize.Ocr.Text;

/// <summary>
/// Gives words of Vietnamese lines that hold no legal syllable, and stand in no installed dictionary, what they may have
/// been. The word itself stays as it was read: a suggestion is for a person.
/// </summary>
public static class WordSuggestions
{
    private const int Most = 5;

    /// <summary>What is left for "none of these".</summary>
    private const double Doubt = 0.3;

    /// <summary>Longer than the longest syllable, nghiêng, by a letter that was read twice.</summary>
    private const int LongestSyllable = 8;

    public static IReadOnlyList<TextRegion> Add(IReadOnlyList<TextRegion> regions) =>
        [.. regions.Select(region => region with { Lines = [.. region.Lines.Select(Add)] })];

    private static TextLine Add(TextLine line)
    {
        if (line.Mode != WritingMode.HorizontalTb || line.Language.Split('-')[0] != "vi")
        {
            return line;
        }

        var words = line.Words.ToArray();
        for (var index = 0; index < words.Length; index++)
        {
            if (words[index].Part is null && Core(words[index]) is { } core && IsDoubtful(core.Text))
            {
                words[index] = words[index] with
                {
                    Suggestions = Of(words[index], core, Neighbour(words, index - 1), Neighbour(words, index + 1)),
                };
            }
        }

        return line with { Words = words };
    }

    private static bool IsDoubtful(string core) =>
        core.EnumerateRunes().Count() <= LongestSyllable && core.EnumerateRunes().Any(Rune.IsLower)
        && !VietnameseSyllable.IsLegal(core) && !InstalledWords.Has(core);

    private static List<Suggestion> Of(Word word, (string Text, int From, int Count) core, string? before, string? after)
    {
        var letters = word.Text.EnumerateRunes().Count();
        var glyphs = word.Glyphs.Count == letters ? word.Glyphs.Skip(core.From).Take(core.Count).ToList() : [];
        var weighed = SyllableCandidates.Of(VietnameseSyllable.Lower(core.Text), glyphs)
            .Select(candidate => (candidate.Text, Weight: candidate.Weight * SyllableCounts.Score(before, candidate.Text, after), candidate.Source))
            .OrderByDescending(candidate => candidate.Weight).ToList();
        var total = weighed.Sum(candidate => candidate.Weight) / (1 - Doubt);
        return [.. weighed.Take(Most).Select(candidate => new Suggestion(
            InPlace(word.Text, core, candidate.Text), Math.Round(candidate.Weight / total, 4), candidate.Source))];
    }

    /// <summary>The letters between the punctuation about a word; null when it holds none, or a hyphen or mark inside.</summary>
    private static (string Text, int From, int Count)? Core(Word word)
    {
        var runes = word.Text.EnumerateRunes().ToList();
        var from = runes.FindIndex(Rune.IsLetterOrDigit);
        var to = runes.FindLastIndex(Rune.IsLetterOrDigit);
        if (from < 0 || !runes[from..(to + 1)].All(Rune.IsLetterOrDigit) || !runes.Any(Rune.IsLetter))
        {
            return null;
        }

        return (string.Concat(runes[from..(to + 1)]), from, to + 1 - from);
    }

    private static string InPlace(string word, (string Text, int From, int Count) core, string syllable)
    {
        var runes = word.EnumerateRunes().ToList();
        var cased = Rune.IsUpper(runes[core.From])
            ? string.Concat(syllable.EnumerateRunes().Select((rune, index) => index == 0 ? Rune.ToUpperInvariant(rune) : rune))
            : syllable;
        return string.Concat(runes.Take(core.From)) + cased + string.Concat(runes.Skip(core.From + core.Count));
    }

    /// <summary>The syllable next to it, as the counts have them; null at the line's end or beside none.</summary>
    private static string? Neighbour(Word[] words, int index) =>
        index >= 0 && index < words.Length && Core(words[index]) is { } core && VietnameseSyllable.IsLegal(core.Text)
            ? VietnameseSyllable.Lower(core.Text)
            : null;
}
