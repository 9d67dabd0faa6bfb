using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Digitize.Ocr.Text;

/// <summary>
/// What a written syllable of Vietnamese can be: onset, rhyme, tone. The parts are those of Đoàn Thiện Thuật, Ngữ âm
/// tiếng Việt (1977), and L. C. Thompson, A Vietnamese Reference Grammar (1965), chapter 3, in the spelling of quốc ngữ;
/// either place of the tone mark (<c>hoà</c>, <c>hòa</c>) and i or y after a consonant (<c>kì</c>, <c>kỳ</c>) is legal.
/// </summary>
public static class VietnameseSyllable
{
    /// <summary>Combining marks: grave, acute, hook above, tilde, dot below.</summary>
    internal const string Tones = "\u0300\u0301\u0309\u0303\u0323";

    private static readonly string[] Onsets =
    [
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
        "r", "s", "t", "th", "tr", "v", "x",
    ];

    private static readonly string[] Rhymes = (
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
        + "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
        + "o oc oi om on ong oong ooc op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet "
        + "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt "
        + "uân uâng uât uây uê uêch uên uênh uêt uêu uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu "
        + "ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ych yn ynh yt").Split(' ');

    private static readonly FrozenSet<string> Toneless = All().ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All legal syllables without tone, lower case, NFC.</summary>
    internal static IReadOnlyCollection<string> Bases => Toneless;

    /// <summary>Whether the letters, in any case and either normal form, make one legal syllable with at most one tone.</summary>
    public static bool IsLegal(string text)
    {
        var (letters, tone) = Split(text);
        return Toneless.Contains(letters)
            && (tone is "\u0301" or "\u0323" || (tone is "" or "\u0300" or "\u0309" or "\u0303" && !IsStopped(letters)));
    }

    /// <summary>Ends in a stop: it then has the acute or the dot, and no other tone.</summary>
    internal static bool IsStopped(string letters) =>
        letters.EndsWith('c') || letters.EndsWith("ch", StringComparison.Ordinal) || letters.EndsWith('p') || letters.EndsWith('t');

    /// <summary>Lower case, NFC, without tones; and the tones that stood there.</summary>
    internal static (string Letters, string Tone) Split(string text)
    {
        var (letters, tone) = (new StringBuilder(), new StringBuilder());
        foreach (var part in text.Normalize(NormalizationForm.FormD).ToLower(CultureInfo.InvariantCulture))
        {
            (Tones.Contains(part, StringComparison.Ordinal) ? tone : letters).Append(part);
        }

        return (letters.ToString().Normalize(NormalizationForm.FormC), tone.ToString());
    }

    internal static string Lower(string text) => text.Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture);

    /// <summary>
    /// Sets a tone where new print sets it: on the marked vowel, else on the last but one of an open rhyme of two, the
    /// middle of three, the last before a consonant.
    /// </summary>
    internal static string WithTone(string letters, string tone)
    {
        var runes = letters.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        var start = letters.StartsWith("qu", StringComparison.Ordinal) ? 2
            : letters.StartsWith("gi", StringComparison.Ordinal) && runes.Skip(2).Any(IsVowel) ? 2 : 0;
        var vowels = Enumerable.Range(0, runes.Count).Where(index => index >= start && IsVowel(runes[index])).ToList();
        if (tone is "" || vowels.Count == 0)
        {
            return letters;
        }

        var marked = vowels.Where(index => "ăâêôơư".Contains(runes[index], StringComparison.Ordinal)).ToList();
        var closed = vowels[^1] < runes.Count - 1;
        var place = marked.Count > 0 ? marked[^1] : vowels.Count == 1 ? vowels[0] : closed ? vowels[^1] : vowels[^2];
        runes[place] = (runes[place] + tone).Normalize(NormalizationForm.FormC);
        return string.Concat(runes);
    }

    private static bool IsVowel(string letter) => "aăâeêioôơuưy".Contains(letter, StringComparison.Ordinal);

    private static IEnumerable<string> All()
    {
        foreach (var onset in Onsets)
        {
            foreach (var rhyme in Rhymes.Where(rhyme => Fit(onset, rhyme)))
            {
                yield return onset + rhyme;
            }
        }
    }

    /// <summary>k, gh, ngh before e, ê, i, y; c, g, ng elsewhere, but <c>gì</c>, <c>giêng</c>; qu and gi hold a vowel.</summary>
    private static bool Fit(string onset, string rhyme)
    {
        var first = rhyme[0];
        var isFront = first is 'e' or 'ê' or 'i' or 'y';
        return onset switch
        {
            "k" or "gh" or "ngh" => isFront,
            "c" or "ng" => !isFront,
            "g" => !isFront || first is 'i',
            "gi" => first is not ('i' or 'y'),
            "qu" => first is 'a' or 'ă' or 'â' or 'e' or 'ê' or 'i' or 'y' or 'ơ' && rhyme is not ("ia" or "iu" or "iêu" or "iêm" or "iêc"),
            "" => first is not 'i' || rhyme is "i" or "ia" or "ich" or "im" or "in" or "inh" or "ip" or "it" or "iu",
            _ => first is not 'y' || rhyme is "y" or "yt" or "yn",
        };
    }
}
