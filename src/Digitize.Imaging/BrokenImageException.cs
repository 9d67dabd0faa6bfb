using System.Text.RegularExpressions;
using Digitize.Core.Outcomes;

namespace Digitize.Imaging;

/// <summary>The file's data cannot be decoded to the last pixel: truncated, damaged, or no picture.</summary>
public sealed partial class BrokenImageException(string detail, Exception? inner = null) : Exception(detail, inner)
{
    private const int LongestDetail = 160;

    /// <summary>The reason to keep with the page; only the caller knows the original name.</summary>
    public Reason ReasonFor(string originalName) => new("image-broken", originalName, Message);

    /// <summary>A decoder's message, without what was called and without this machine's folders.</summary>
    internal static BrokenImageException From(Exception cause)
    {
        var lines = cause.Message
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith("unable to call", StringComparison.Ordinal))
            .Distinct()
            .Take(2);
        var detail = Folders().Replace(string.Join("; ", lines), "");
        return new(detail.Length > LongestDetail ? detail[..LongestDetail] + "…" : detail, cause);
    }

    [GeneratedRegex(@"(?<!\S)/\S*/")]
    private static partial Regex Folders();
}
