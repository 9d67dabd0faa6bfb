using System.Text;

namespace Digitize.Core.Text;

/// <summary>The characters that print uses for the hyphen.</summary>
public static class Hyphens
{
    public const char Soft = '\u00AD';

    /// <summary>Hyphen-minus, hyphen, non-breaking hyphen, and ¬ and ⸗ as transcriptions and blackletter have them.</summary>
    public static bool Is(Rune rune) => rune.Value is '-' or '\u2010' or '\u2011' or Soft or '¬' or '⸗';

    /// <summary>The text without a last hyphen; null when it has none, or nothing but hyphens.</summary>
    public static string? Before(string text)
    {
        var runes = text.EnumerateRunes().ToList();
        return runes.Count > 1 && Is(runes[^1]) && !Is(runes[^2]) ? string.Concat(runes.SkipLast(1)) : null;
    }
}
