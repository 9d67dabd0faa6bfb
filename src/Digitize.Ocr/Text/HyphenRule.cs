using System.Globalization;
using System.Text;

namespace Digitize.Ocr.Text;

/// <summary>
/// Whether the hyphen at a line's end belongs to the word. Quốc ngữ of old prints sets hyphens between the syllables of
/// one word (<c>Việt-Nam</c>, <c>độc-lập</c>) and never breaks a syllable: two legal syllables keep it. French and Latin
/// break words anywhere between syllables: lower case after lower case loses it. What neither rule decides keeps it.
/// </summary>
public static class HyphenRule
{
    /// <summary>Never the end of a French word broken in two, nearly always the second part of a compound.</summary>
    private static readonly HashSet<string> FrenchEnclitics = new(StringComparer.Ordinal)
    {
        "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce", "moi", "toi", "lui", "leur", "y", "en",
        "même", "mêmes", "ci", "là", "t-il", "t-elle", "t-on", "dire", "vis", "être", "peu", "dessus", "dessous", "delà",
    };

    private static readonly HashSet<string> FrenchPrefixes = new(StringComparer.Ordinal)
    {
        "avant", "arrière", "contre", "demi", "ex", "grand", "non", "peut", "quasi", "quelques", "saint", "sainte", "semi",
        "sous", "vice", "là", "celui", "celle", "ceux", "celles", "au", "c'est", "vis", "vingt", "trente", "quarante",
        "cinquante", "soixante", "quatre", "dix", "indo", "franco", "sino",
    };

    /// <param name="first">The half at the line's end, without its hyphen.</param>
    /// <param name="printed">The same as printed, with the hyphen.</param>
    /// <param name="second">The word that begins the next line.</param>
    /// <param name="language">BCP 47 of the line.</param>
    /// <returns>The whole word with the punctuation about it; null when these are no halves of one word.</returns>
    public static string? Joined(string first, string printed, string second, string language)
    {
        var (before, after) = (LastPart(first), FirstPart(second));
        if (before is "" || after is "")
        {
            return null;
        }

        return KeepsHyphen(first, before, after, Bare(second), language) ? printed + second : first + second;
    }

    private static bool KeepsHyphen(string first, string before, string after, string secondWord, string language)
    {
        var wasUpper = IsUpper(before, last: true);
        if (IsUpper(after, last: false) && !wasUpper)
        {
            return true;
        }

        // Names of places stand in French text as Vietnamese writes them.
        return language.Split('-')[0].ToLowerInvariant() switch
        {
            "vi" => KeepsInVietnamese(before, after),
            _ when HasVietnameseMark(before + after) => KeepsInVietnamese(before, after),
            "fr" => KeepsInFrench(first, before, secondWord),
            "la" or "en" or "de" or "it" or "es" or "pt" => Parts(first) > 1,
            _ => KeepsInFrench(first, before, secondWord),
        };
    }

    private static bool KeepsInVietnamese(string before, string after)
    {
        var (one, other) = (VietnameseSyllable.IsLegal(before), VietnameseSyllable.IsLegal(after));
        if (one && other)
        {
            return true;
        }

        // Half a syllable is none, and the two make one: a narrow column broke it.
        if (VietnameseSyllable.IsLegal(before + after))
        {
            return false;
        }

        // More syllables than one in a part: a word of a language that writes them together.
        return !(VowelGroups(before) > 1 || VowelGroups(after) > 1) || HasVietnameseMark(before + after);
    }

    private static bool KeepsInFrench(string first, string before, string secondWord) =>
        FrenchPrefixes.Contains(Lower(before)) || FrenchEnclitics.Contains(Lower(secondWord)) || (Parts(first) > 1 && !IsUpper(secondWord, last: false));

    private static string LastPart(string text) => Letters(text.Split('-', '\u2010', '\u2011')[^1], fromEnd: true);

    private static string FirstPart(string text) => Letters(text.Split('-', '\u2010', '\u2011')[0], fromEnd: false);

    private static int Parts(string text) => text.Split('-', '\u2010', '\u2011').Count(part => part.Any(char.IsLetter));

    /// <summary>The letters at one side, up to what is none; nothing where a mark stands between them and the hyphen.</summary>
    private static string Letters(string text, bool fromEnd)
    {
        var runes = text.Normalize(NormalizationForm.FormC).EnumerateRunes().ToList();
        if (fromEnd)
        {
            return string.Concat(runes.AsEnumerable().Reverse().TakeWhile(IsLetter).Reverse());
        }

        // An opening quotation mark begins a word of its own, so only letters count.
        return string.Concat(runes.TakeWhile(IsLetter));
    }

    private static string Bare(string text) => text.Trim().TrimEnd('.', ',', ';', ':', '!', '?', '»', ')', '"', '”', '’');

    private static bool IsLetter(Rune rune) => Rune.IsLetter(rune) || rune.Value is '\'' or '’';

    private static bool IsUpper(string text, bool last)
    {
        var runes = text.EnumerateRunes().ToList();
        return runes.Count > 0 && Rune.IsUpper(last ? runes[^1] : runes[0]);
    }

    private static string Lower(string text) => text.ToLower(CultureInfo.InvariantCulture).Replace('’', '\'');

    private static bool HasVietnameseMark(string text) =>
        text.Normalize(NormalizationForm.FormD).ToLower(CultureInfo.InvariantCulture)
            .Any(part => part is 'đ' or '\u031B' or '\u0306' or '\u0309' or '\u0323' or '\u0303');

    /// <summary>Runs of vowels with consonants between; a last e that is mute counts too.</summary>
    private static int VowelGroups(string text)
    {
        var (groups, inside) = (0, false);
        foreach (var letter in VietnameseSyllable.Split(text).Letters.Normalize(NormalizationForm.FormD).Where(char.IsLetter))
        {
            var vowel = letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
            groups += vowel && !inside ? 1 : 0;
            inside = vowel;
        }

        return groups;
    }
}
