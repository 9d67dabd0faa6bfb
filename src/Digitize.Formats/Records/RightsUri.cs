namespace Digitize.Formats.Records;

/// <summary>The rights URIs that IIIF admits (Presentation API 3.0, section 3.2, <c>rights</c>).</summary>
public static class RightsUri
{
    private static readonly string[] Admitted =
    [
        "creativecommons.org/licenses/",
        "creativecommons.org/publicdomain/",
        "rightsstatements.org/vocab/",
    ];

    /// <summary>The URI as its publisher defines it, with <c>http</c>; null when it is none of these.</summary>
    public static string? Normalize(string? rights)
    {
        if (!Uri.TryCreate(rights?.Trim(), UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            return null;
        }

        var host = uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
        var rest = host + uri.AbsolutePath;
        return Admitted.Any(prefix => rest.StartsWith(prefix, StringComparison.Ordinal)) ? $"http://{rest}" : null;
    }
}
