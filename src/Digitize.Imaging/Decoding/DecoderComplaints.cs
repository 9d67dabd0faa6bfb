using System.Text.RegularExpressions;

namespace Digitize.Imaging.Decoding;

/// <summary>
/// What the decoding libraries' English messages mean, as codes of reasons that are told in the reader's language. The
/// first that fits; the messages are those of libvips, libtiff, libjpeg, libpng, libwebp, ImageMagick and poppler.
/// </summary>
internal static partial class DecoderComplaints
{
    public static string CodeOf(string words) => words switch
    {
        _ when Memory().IsMatch(words) => "image-memory",
        _ when Truncated().IsMatch(words) => "image-truncated",
        _ when Compression().IsMatch(words) => "image-compression",
        _ when Size().IsMatch(words) => "image-size",
        _ when Header().IsMatch(words) => "image-header",
        _ => "image-broken",
    };

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        "resources? ?(limit|exhausted)|resourcesexhausted|(memory|cache)allocationfailed|out of memory|(cannot|unable to) allocate"
        + "|memory allocation|resourcelimit", Loose)]
    private static partial Regex Memory();

    [GeneratedRegex(
        "premature|truncat|unexpected(ly)? end|end of (stream|file|image)|unexpectedendoffile|insufficient ?image ?data|not enough data"
        + @"|short read|read error (on|at)|incomplete|got \d+ bytes, expected|no more data|eof\b|unabletoreadimagedata", Loose)]
    private static partial Regex Truncated();

    [GeneratedRegex(
        "compression.*(not |un)support|(un|not )supported.*compress|(compression|scheme|codec).*not configured|unknown compression"
        + "|nodecodedelegate|unsupported (sof|marker)|compressionnotsupported|old-style jpeg", Loose)]
    private static partial Regex Compression();

    [GeneratedRegex(
        "(bad|invalid|wrong|zero|too (large|small|big|many)|exceeds|negative|improper|nonsensical).*(size|width|height|dimension|bands|pixels)"
        + "|(size|width|height|dimension).*(exceeds|too (large|big)|limit|out of (range|bounds)|mismatch|is zero)|negativeorzeroimagesize", Loose)]
    private static partial Regex Size();

    [GeneratedRegex(
        "header|not a (known|tiff|jpeg|png|webp|jp2)|magic|signature|tiff directory|directory .*(count|loop)|sanity check"
        + "|no soi|ihdr|missing (required|.*tag)|notapixel|bad (marker|tag)|cross.?reference|trailer|root object|catalog|%pdf", Loose)]
    private static partial Regex Header();
}
