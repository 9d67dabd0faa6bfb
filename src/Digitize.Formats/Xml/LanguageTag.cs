using System.Text.RegularExpressions;

namespace Digitize.Formats.Xml;

/// <summary>Language tags as <c>xsd:language</c> takes them.</summary>
internal static partial class LanguageTag
{
    /// <summary>The tag, or null when it cannot be one.</summary>
    public static string? OrNull(string? tag) => tag is not null && Shape().IsMatch(tag) ? tag : null;

    [GeneratedRegex(@"\A[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
