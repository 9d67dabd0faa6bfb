using System.Globalization;
using System.Text;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Pdf;

/// <summary>Values as PDF writes them, whatever the culture.</summary>
internal static class PdfValue
{
    /// <summary>A string holds at most 32,767 bytes (ISO 19005-2, 6.1.13); no title comes near.</summary>
    private const int MaximumCharacters = 2000;

    /// <summary>A text string (ISO 32000-1, 7.9.2): UTF-16 after a mark, in hexadecimal. Too long a text is cut.</summary>
    public static string Text(string text)
    {
        var clean = XmlValue.Clean(text);
        if (clean.Length > MaximumCharacters)
        {
            clean = clean[..(char.IsHighSurrogate(clean[MaximumCharacters - 1]) ? MaximumCharacters - 1 : MaximumCharacters)];
        }

        return $"<FEFF{Hex(clean)}>";
    }

    public static string Hex(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    /// <summary>At most four decimals, never an exponent.</summary>
    public static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Date(DateTime utc) =>
        utc.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);

    public static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");
}
