using System.Text;

namespace Digitize.Core.Coverage;

/// <summary>
/// Makes shelfmarks comparable: <c>VHv. 0012/3</c>, <c>vhv-12.3</c> and <c>VHv12 3</c> are one. Runs of letters and runs
/// of digits are kept in order and apart; case, separators and leading zeros are not.
/// </summary>
public static class ShelfmarkKey
{
    public static string Of(string shelfmark)
    {
        var parts = new List<StringBuilder>();
        var previous = Kind.Other;
        foreach (var rune in shelfmark.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var kind = KindOf(rune);
            if (kind != Kind.Other)
            {
                if (kind != previous)
                {
                    parts.Add(new StringBuilder());
                }

                parts[^1].Append(Rune.ToUpperInvariant(rune).ToString());
            }

            previous = kind;
        }

        return string.Join('.', parts.Select(part => WithoutLeadingZeros(part.ToString())));
    }

    private static Kind KindOf(Rune rune) =>
        Rune.IsDigit(rune) ? Kind.Digit : Rune.IsLetter(rune) ? Kind.Letter : Kind.Other;

    private static string WithoutLeadingZeros(string part)
    {
        var trimmed = part.TrimStart('0');
        return trimmed.Length == 0 ? "0" : trimmed;
    }

    private enum Kind
    {
        Other,
        Letter,
        Digit,
    }
}
