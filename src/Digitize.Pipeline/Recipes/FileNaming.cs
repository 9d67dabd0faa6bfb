using System.Text.RegularExpressions;

namespace Digitize.Pipeline.Recipes;

/// <summary>Reads shelfmark and sequence from a file's name by a pattern such as <c>{shelfmark}_{sequence}</c>.</summary>
public static partial class FileNaming
{
    public static bool IsPattern(string pattern) =>
        pattern.Contains("{sequence}", StringComparison.Ordinal)
        && !Placeholder().Replace(pattern, "").AsSpan().ContainsAny('{', '}')
        && Placeholder().Matches(pattern).Select(m => m.Value).Distinct().Count() == Placeholder().Matches(pattern).Count;

    /// <summary>Null when the name does not fit the pattern. The shelfmark is empty when the pattern names none.</summary>
    public static (string Shelfmark, int Sequence)? Read(string pattern, string fileName)
    {
        var regex = Regex.Escape(pattern)
            .Replace("\\{shelfmark}", "(?<shelfmark>.+)", StringComparison.Ordinal)
            .Replace("\\{sequence}", "(?<sequence>[0-9]{1,6})", StringComparison.Ordinal)
            .Replace("\\{any}", ".*", StringComparison.Ordinal);
        var match = Regex.Match(
            Path.GetFileNameWithoutExtension(fileName), $"^{regex}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return match.Success
            ? (match.Groups["shelfmark"].Value, int.Parse(match.Groups["sequence"].ValueSpan, provider: null))
            : null;
    }

    [GeneratedRegex(@"\{(shelfmark|sequence|any)\}")]
    private static partial Regex Placeholder();
}
