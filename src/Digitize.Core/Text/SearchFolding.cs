using System.Globalization;
using System.Text;

namespace Digitize.Core.Text;

/// <summary>
/// Folds text for search: lower case, Latin letters without tone and vowel marks, đ as d, white space as one space. A
/// hyphen is a space, for old prints write <c>hòa-bình</c> where others write <c>hoà bình</c>; a soft one is nothing.
/// Hán-Nôm is left as it is: normalising would turn compatibility ideographs into others.
/// </summary>
public static class SearchFolding
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsBetweenWords(rune))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (rune.Value == Hyphens.Soft)
            {
                continue;
            }
            else if (rune.Value is 'đ' or 'Đ')
            {
                folded.Append('d');
            }
            else if (rune.Value < 0x2E80)
            {
                AppendWithoutMarks(folded, rune);
            }
            else
            {
                folded.Append(rune.ToString());
            }
        }

        return folded.ToString().TrimEnd();
    }

    internal static bool IsBetweenWords(Rune rune) =>
        Rune.IsWhiteSpace(rune) || (Hyphens.Is(rune) && rune.Value != Hyphens.Soft);

    private static void AppendWithoutMarks(StringBuilder folded, Rune rune)
    {
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(Rune.ToLowerInvariant(part).ToString());
            }
        }
    }
}
