using System.Globalization;
using System.Text;

namespace Digitize.Core.Text;

/// <summary>The number that is printed on a page: Arabic, or Roman in small or capital letters.</summary>
/// <param name="Value">From 1.</param>
public readonly record struct PrintedNumber(int Value, NumberStyle Style)
{
    private const int Largest = 9999;

    private static readonly (int Value, string Letters)[] Romans =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
        (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <summary>Null unless the whole text is one number, but for dashes, brackets and points around it.</summary>
    public static PrintedNumber? Find(string text)
    {
        var bare = Bare(text);
        if (bare.Length is > 0 and <= 4 && bare.All(char.IsAsciiDigit))
        {
            var value = int.Parse(bare, NumberStyles.None, CultureInfo.InvariantCulture);
            return value > 0 && bare[0] != '0' ? new PrintedNumber(value, NumberStyle.Arabic) : null;
        }

        foreach (var style in new[] { NumberStyle.RomanSmall, NumberStyle.RomanCapital })
        {
            // Only what is written the one right way: "viiii" or "ic" is a misreading.
            if (RomanValue(bare) is { } value && new PrintedNumber(value, style).ToString() == bare)
            {
                return new PrintedNumber(value, style);
            }
        }

        return null;
    }

    /// <summary>The text without what print sets around a page's number: <c>— 12 —</c>, <c>[xii]</c>, <c>12.</c>.</summary>
    public static string Bare(string text) =>
        text.Normalize(NormalizationForm.FormC).Trim().Trim('-', '–', '—', '−', '_', '~', '·', '•', '*', '.', ',', ':', '[', ']', '(', ')', '|', ' ', '\u00A0');

    /// <summary>The same number some pages later or earlier; null before the first.</summary>
    public PrintedNumber? Plus(int pages) =>
        Value + pages is >= 1 and <= Largest and var value ? this with { Value = value } : null;

    public override string ToString()
    {
        if (Style == NumberStyle.Arabic)
        {
            return Value.ToString(CultureInfo.InvariantCulture);
        }

        var roman = new StringBuilder();
        var left = Value;
        foreach (var (value, letters) in Romans)
        {
            for (; left >= value; left -= value)
            {
                roman.Append(letters);
            }
        }

        return Style == NumberStyle.RomanCapital ? roman.ToString().ToUpperInvariant() : roman.ToString();
    }

    private static int? RomanValue(string text)
    {
        var small = text.ToLowerInvariant();
        var (value, at) = (0, 0);
        foreach (var (worth, letters) in Romans)
        {
            while (at < small.Length && string.CompareOrdinal(small, at, letters, 0, letters.Length) == 0)
            {
                value += worth;
                at += letters.Length;
            }
        }

        return at == small.Length && value is > 0 and <= Largest ? value : null;
    }
}

public enum NumberStyle
{
    Arabic,
    RomanSmall,
    RomanCapital,
}
