using System.Text.RegularExpressions;
using Digitize.Core.Outcomes;
using Digitize.Imaging.Decoding;

namespace Digitize.Imaging;

/// <summary>The file's data cannot be decoded to the last pixel: truncated, damaged, too costly, or no picture.</summary>
/// <param name="detail">For a technician, in English; often a library's own words.</param>
/// <param name="code">Code of the reason; when null, the detail tells.</param>
public sealed partial class BrokenImageException(string detail, Exception? inner = null, string? code = null)
    : Exception(detail, inner)
{
    private const int LongestDetail = 160;

    /// <summary>Code of the reason: <c>image-truncated</c>, <c>image-slow</c> …; <c>image-broken</c> when it is not known.</summary>
    public string Code { get; } = code ?? DecoderComplaints.CodeOf(detail);

    /// <summary>The reason to keep with the page; only the caller knows the original name.</summary>
    public Reason ReasonFor(string originalName) => new(Code, originalName, Message);

    /// <summary>A decoder's message, without what was called and without this machine's folders.</summary>
    internal static BrokenImageException From(Exception cause) => Saying(cause.Message, null, cause);

    internal static BrokenImageException Saying(string words, string? code = null, Exception? inner = null)
    {
        var lines = words
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith("unable to call", StringComparison.Ordinal))
            .Select(line => SourceFile().Replace(Folders().Replace(line, ""), ""))
            .Distinct()
            .Take(2);
        var detail = string.Join("; ", lines);
        return new(detail.Length > LongestDetail ? detail[..LongestDetail] + "…" : detail, inner, code);
    }

    [GeneratedRegex(@"(?<![\w.])/\S*/")]
    private static partial Regex Folders();

    // ImageMagick ends its messages with the line of its own that made them.
    [GeneratedRegex(@" @ (error|warning)/\S+$")]
    private static partial Regex SourceFile();
}
