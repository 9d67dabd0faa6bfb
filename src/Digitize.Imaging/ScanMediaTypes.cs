using System.Text;

namespace Digitize.Imaging;

/// <summary>The kinds of file taken as scans, told by their first bytes; a name is never believed.</summary>
public static class ScanMediaTypes
{
    public const string Tiff = "image/tiff";
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string Pdf = "application/pdf";

    /// <summary>A PDF's header stands within the first 1,024 bytes (PDF Reference 1.7, Appendix H).</summary>
    internal const int HeaderBytes = 1024;

    private static readonly (byte[] Magic, string MediaType)[] Magics =
    [
        ([.. "II"u8, 42, 0], Tiff),
        ([.. "MM"u8, 0, 42], Tiff),
        ([.. "II"u8, 43, 0], Tiff),
        ([.. "MM"u8, 0, 43], Tiff),
        ([0xFF, 0xD8, 0xFF], Jpeg),
        ([0x89, .. "PNG\r\n"u8, 0x1A, .. "\n"u8], Png),
        ([.. "GIF8"u8], "image/gif"),
        ([.. "BM"u8], "image/bmp"),
        ([0, 0, 0, 12, .. "jP  "u8], "image/jp2"),
        ([.. "RIFF"u8], "image/webp"),
        ([.. "8BPS"u8], "image/vnd.adobe.photoshop"),
        ([.. "AT&TFORM"u8], "image/vnd.djvu"),
        ([.. "PK\u0003\u0004"u8], "application/zip"),
    ];

    public static bool IsTaken(string mediaType) => mediaType is Tiff or Jpeg or Png or Pdf;

    /// <summary>A media type; <c>text/plain</c> or <c>application/octet-stream</c> when unknown.</summary>
    public static string Of(ReadOnlySpan<byte> firstBytes)
    {
        foreach (var (magic, mediaType) in Magics)
        {
            if (firstBytes.StartsWith(magic))
            {
                return mediaType;
            }
        }

        if (firstBytes.IndexOf("%PDF-"u8) >= 0)
        {
            return Pdf;
        }

        return Ascii.IsValid(firstBytes) && !firstBytes.Contains((byte)0) ? "text/plain" : "application/octet-stream";
    }
}
