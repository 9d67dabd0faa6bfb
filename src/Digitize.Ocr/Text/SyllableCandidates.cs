using Digitize.Core.Text;

namespace Digitize.Ocr.Text;

/// <summary>Legal syllables near one that is not: one letter off, as recognisers and print confuse them.</summary>
internal static class SyllableCandidates
{
    /// <summary>Weight of one that the recogniser did not think of itself.</summary>
    private const double MarksWeight = 0.25;

    private const double ShapesWeight = 0.12;

    /// <summary>Letters that differ in their marks only, all tones aside.</summary>
    private static readonly string[] SameLetter = ["aăâ", "eê", "oôơ", "uư", "dđ", "iy"];

    private static readonly (string Seen, string Meant)[] Shapes =
    [
        ("c", "e"), ("e", "c"), ("o", "c"), ("c", "o"), ("n", "u"), ("u", "n"), ("h", "b"), ("b", "h"), ("l", "i"), ("i", "l"),
        ("l", "t"), ("t", "l"), ("rn", "m"), ("m", "rn"), ("ii", "u"), ("ri", "n"), ("li", "h"), ("q", "g"), ("g", "q"),
        ("o", "a"), ("a", "o"), ("f", "t"), ("1", "l"), ("1", "i"), ("0", "o"), ("v", "y"), ("y", "v"), ("in", "m"), ("ni", "m"),
    ];

    /// <param name="syllable">Lower case, NFC.</param>
    /// <param name="glyphs">Of the syllable, one for each of its letters; none where nobody looked.</param>
    /// <returns>Each once, with how likely the change is, 0 to 1, not yet weighed by what stands around.</returns>
    internal static IEnumerable<(string Text, double Weight, SuggestionSource Source)> Of(string syllable, IReadOnlyList<Glyph> glyphs)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { syllable };
        return FromGlyphs(glyphs)
            .Concat(Marks(syllable).Select(text => (text, MarksWeight, SuggestionSource.Marks)))
            .Concat(ByShape(syllable).Select(text => (text, ShapesWeight, SuggestionSource.Shapes)))
            .Where(candidate => VietnameseSyllable.IsLegal(candidate.Item1) && seen.Add(candidate.Item1));
    }

    private static IEnumerable<(string, double, SuggestionSource)> FromGlyphs(IReadOnlyList<Glyph> glyphs)
    {
        for (var place = 0; place < glyphs.Count; place++)
        {
            foreach (var candidate in glyphs[place].Candidates.Where(candidate => candidate.Text != glyphs[place].Text))
            {
                var text = string.Concat(glyphs.Select((glyph, index) => index == place ? candidate.Text : glyph.Text));
                yield return (VietnameseSyllable.Lower(text), Math.Max(candidate.Confidence, 0.05), SuggestionSource.Recogniser);
            }
        }
    }

    /// <summary>Another tone, none, or another mark on one letter.</summary>
    private static IEnumerable<string> Marks(string syllable)
    {
        var (letters, tone) = VietnameseSyllable.Split(syllable);
        foreach (var other in VietnameseSyllable.Tones.Select(mark => mark.ToString()).Prepend("").Where(other => other != tone))
        {
            yield return VietnameseSyllable.WithTone(letters, other);
        }

        foreach (var changed in Changed(letters))
        {
            yield return VietnameseSyllable.WithTone(changed, tone);
        }
    }

    private static IEnumerable<string> Changed(string letters)
    {
        var runes = letters.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        for (var place = 0; place < runes.Count; place++)
        {
            foreach (var other in SameLetter.Where(same => same.Contains(runes[place], StringComparison.Ordinal)).SelectMany(same => same))
            {
                yield return string.Concat(runes.Select((rune, index) => index == place ? other.ToString() : rune));
            }
        }
    }

    private static IEnumerable<string> ByShape(string syllable)
    {
        var (letters, tone) = VietnameseSyllable.Split(syllable);
        foreach (var (shape, meant) in Shapes)
        {
            for (var at = letters.IndexOf(shape, StringComparison.Ordinal); at >= 0; at = letters.IndexOf(shape, at + 1, StringComparison.Ordinal))
            {
                yield return VietnameseSyllable.WithTone($"{letters[..at]}{meant}{letters[(at + shape.EnumerateRunes().Count())..]}", tone);
            }
        }
    }
}
