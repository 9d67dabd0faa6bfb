using System.Globalization;
using System.Text;
using System.Xml;

namespace Digitize.Formats.Xml;

/// <summary>Values as XML can hold them, whatever the culture.</summary>
internal static class XmlValue
{
    /// <summary>
    /// The text with U+FFFD for each character that XML 1.0 (section 2.2) forbids: control characters, lone
    /// surrogates, U+FFFE, U+FFFF. It is not normalized.
    /// </summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append((IsLegal(rune) ? rune : Rune.ReplacementChar).ToString());
        }

        return clean.ToString();
    }

    /// <summary><c>xsd:dateTime</c> in UTC, to the second.</summary>
    public static string Time(DateTime utc) =>
        utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>0 to 1 with at most four decimals.</summary>
    public static string Confidence(double confidence) =>
        (double.IsNaN(confidence) ? 0 : Math.Clamp(confidence, 0, 1)).ToString("0.####", CultureInfo.InvariantCulture);

    private static bool IsLegal(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);
}
