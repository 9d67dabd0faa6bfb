using System.Globalization;
using System.Text;

namespace Digitize.Ocr.Evaluation;

/// <summary>
/// How often a letter was read right but for its marks. Counted are the truth's letters that carry marks in Vietnamese
/// or French or could (a, c, d, e, i, o, u, y; the stroke of đ is a mark) and whose bare letter was read at its place;
/// wrong are those whose marks differ: one lost, one too many, another one. Places come from aligning both texts with
/// all marks taken off, so that a wrong mark moves nothing. After the diacritic error rate of Zitouni, Sorensen and
/// Sarikaya, Maximum Entropy Based Restoration of Arabic Diacritics (ACL 2006), which counts letters with a wrong mark
/// where all letters are given; here a letter that was not read is the character error rate's affair, not this one's.
/// </summary>
/// <param name="Wrong">Letters read with other marks.</param>
/// <param name="Letters">Letters that could carry marks and were read.</param>
public readonly record struct DiacriticErrors(int Wrong, int Letters)
{
    private const string Carriers = "acdeiouyACDEIOUY";

    /// <summary>Null when no such letter was read.</summary>
    public double? Rate => Letters == 0 ? null : (double)Wrong / Letters;

    public static DiacriticErrors operator +(DiacriticErrors left, DiacriticErrors right) =>
        new(left.Wrong + right.Wrong, left.Letters + right.Letters);

    public static DiacriticErrors Between(string truth, string reading)
    {
        var expected = CharacterErrors.Elements(string.Join(' ', CharacterErrors.Words(truth)));
        var read = CharacterErrors.Elements(string.Join(' ', CharacterErrors.Words(reading)));
        List<string> bare = [.. expected.Select(Bare)], bareRead = [.. read.Select(Bare)];
        var counted = CharacterAlignment.Of(bare, bareRead).Pairs
            .Where(pair => bare[pair.Truth] == bareRead[pair.Reading] && Carriers.Contains(bare[pair.Truth], StringComparison.Ordinal))
            .ToList();
        return new(counted.Count(pair => expected[pair.Truth] != read[pair.Reading]), counted.Count);
    }

    private static string Bare(string element)
    {
        var bare = new StringBuilder();
        foreach (var rune in element.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                bare.Append(rune.Value switch { 'đ' => "d", 'Đ' => "D", _ => rune.ToString() });
            }
        }

        return bare.ToString();
    }
}
