using System.Globalization;

namespace Digitize.Formats.Iiif.Image;

/// <summary>Numbers as the Image API writes them: digits, at most one point; no sign, exponent or blank.</summary>
internal static class StrictNumber
{
    /// <summary>Enough for any page, and few enough that the sum of two stays an int.</summary>
    private const int MaximumDigits = 9;

    /// <summary>After the point; section 4.7 wants no more.</summary>
    private const int MaximumDecimals = 10;

    public static bool TryInteger(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        return IsDigits(text, MaximumDigits)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    public static bool TryDecimal(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        var point = text.IndexOf('.');
        var isNumber = point < 0
            ? IsDigits(text, MaximumDigits)
            : IsDigits(text[..point], MaximumDigits) && IsDigits(text[(point + 1)..], MaximumDecimals);
        return isNumber
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsDigits(ReadOnlySpan<char> text, int most) =>
        text.Length > 0 && text.Length <= most && !text.ContainsAnyExceptInRange('0', '9');
}
