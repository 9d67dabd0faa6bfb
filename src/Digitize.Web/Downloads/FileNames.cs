using System.Globalization;
using System.Text;

namespace Digitize.Web.Downloads;

/// <summary>Names under which readers save files: the shelfmark, as any file system takes it.</summary>
internal static class FileNames
{
    private const int LongestShelfmark = 80;
    private const string Refused = "<>:\"/\\|?*";

    /// <param name="page">Position in the document; null for a file of the whole.</param>
    /// <param name="name">In the address: <c>page.xml</c>; its stem is kept where the ending alone would not tell.</param>
    public static string Of(string shelfmark, int? page, string name)
    {
        var stem = Safe(shelfmark);
        var place = page is { } number ? string.Create(CultureInfo.InvariantCulture, $"-{number:D4}") : "";
        var ending = name is "document.pdf" or "text.txt" ? Path.GetExtension(name) : $".{name}";
        return $"{stem}{place}{ending}";
    }

    private static string Safe(string shelfmark)
    {
        var safe = new StringBuilder();
        foreach (var rune in shelfmark.EnumerateRunes().Take(LongestShelfmark))
        {
            var category = Rune.GetUnicodeCategory(rune);
            var isRefused = category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || rune == Rune.ReplacementChar
                || (rune.IsAscii && Refused.Contains((char)rune.Value, StringComparison.Ordinal));
            safe.Append(isRefused ? "-" : rune.ToString());
        }

        // A name that begins with a dot is hidden, one that ends so is cut by Windows.
        var trimmed = safe.ToString().Trim(' ', '.', '-');
        return trimmed.Length == 0 ? "document" : trimmed;
    }
}
