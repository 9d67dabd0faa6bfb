using System.Text;

namespace Digitize.Imaging;

/// <summary>The kinds of file taken as scans, told by their first bytes; a name is never believed.</summary>
public static class ScanMediaTypes
{
    public const string Tiff = "image/tiff";
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string WebP = "image/webp";
    public const string Pdf = "application/pdf";
    public const string Jpeg2000 = "image/jp2";
    public const string Jpeg2000Codestream = "image/j2c";
    public const string JpegXl = "image/jxl";
    public const string Heic = "image/heic";
    public const string Heif = "image/heif";
    public const string Avif = "image/avif";
    public const string Photoshop = "image/vnd.adobe.photoshop";
    public const string Bmp = "image/bmp";
    public const string Dng = "image/x-adobe-dng";

    /// <summary>A camera's raw data of a maker that is not told apart.</summary>
    public const string OtherRaw = "image/x-raw";

    /// <summary>A PDF's header stands within the first 1,024 bytes (PDF Reference 1.7, Appendix H).</summary>
    internal const int HeaderBytes = 1024;

    private static readonly Dictionary<string, string[]> Names = new()
    {
        [Tiff] = ["tif", "tiff", "btf", "tf8"],
        [Jpeg] = ["jpg", "jpeg", "jpe", "jfif"],
        [Png] = ["png"],
        [WebP] = ["webp"],
        [Pdf] = ["pdf"],
        [Jpeg2000] = ["jp2", "jpx", "jpf"],
        [Jpeg2000Codestream] = ["j2c", "j2k", "jpc"],
        [JpegXl] = ["jxl"],
        [Heic] = ["heic", "heif", "hif"],
        [Heif] = ["heif", "heic", "hif"],
        [Avif] = ["avif", "heif"],
        [Photoshop] = ["psd", "psb"],
        [Bmp] = ["bmp", "dib"],
        [Dng] = ["dng"],
        ["image/x-canon-cr2"] = ["cr2", "tif"],
        ["image/x-canon-cr3"] = ["cr3"],
        ["image/x-nikon-nef"] = ["nef", "nrw"],
        ["image/x-sony-arw"] = ["arw", "sr2"],
        ["image/x-fuji-raf"] = ["raf"],
        ["image/x-olympus-orf"] = ["orf"],
        ["image/x-panasonic-rw2"] = ["rw2", "raw", "rwl"],
        ["image/x-pentax-pef"] = ["pef"],
        ["image/x-samsung-srw"] = ["srw"],
        ["image/x-hasselblad-3fr"] = ["3fr", "fff"],
        ["image/x-minolta-mrw"] = ["mrw"],
        [OtherRaw] = ["raw", "iiq", "erf", "kdc", "dcr", "mef", "mos"],
    };

    private static readonly (byte[] Magic, string MediaType)[] Magics =
    [
        ([.. "II*\0\u0010\0\0\0CR"u8], "image/x-canon-cr2"),
        ([.. "II"u8, 42, 0], Tiff),
        ([.. "MM"u8, 0, 42], Tiff),
        ([.. "II"u8, 43, 0], Tiff),
        ([.. "MM"u8, 0, 43], Tiff),
        ([0xFF, 0xD8, 0xFF], Jpeg),
        ([0x89, .. "PNG\r\n"u8, 0x1A, .. "\n"u8], Png),
        ([.. "GIF8"u8], "image/gif"),
        ([.. "BM"u8], Bmp),
        ([0, 0, 0, 12, .. "jP  "u8], Jpeg2000),
        ([0xFF, 0x4F, 0xFF, 0x51], Jpeg2000Codestream),
        ([0, 0, 0, 12, .. "JXL \r\n"u8, 0x87, .. "\n"u8], JpegXl),
        ([0xFF, 0x0A], JpegXl),
        ([.. "8BPS"u8], Photoshop),
        ([.. "FUJIFILMCCD-RAW "u8], "image/x-fuji-raf"),
        ([.. "IIRO"u8], "image/x-olympus-orf"),
        ([.. "IIRS"u8], "image/x-olympus-orf"),
        ([.. "MMOR"u8], "image/x-olympus-orf"),
        ([.. "IIU\0"u8], "image/x-panasonic-rw2"),
        ([0, .. "MRM"u8], "image/x-minolta-mrw"),
        ([.. "AT&TFORM"u8], "image/vnd.djvu"),
        ([.. "PK\u0003\u0004"u8], "application/zip"),
    ];

    public static bool IsTaken(string mediaType) => Names.ContainsKey(mediaType);

    /// <summary>True when the name ends as another kind's would; it was read by its content.</summary>
    public static bool IsMislabelled(string name, string mediaType) =>
        Names.TryGetValue(mediaType, out var endings)
        && !endings.Contains(Path.GetExtension(name).TrimStart('.'), StringComparer.OrdinalIgnoreCase);

    /// <summary>Those that libvips decodes in this process; the others have a process of their own.</summary>
    internal static bool IsNative(string mediaType) => mediaType is Tiff or Jpeg or Png or WebP;

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

        if (Container(firstBytes) is { } contained)
        {
            return contained;
        }

        if (firstBytes.IndexOf("%PDF-"u8) >= 0)
        {
            return Pdf;
        }

        return Ascii.IsValid(firstBytes) && !firstBytes.Contains((byte)0) ? "text/plain" : "application/octet-stream";
    }

    // RIFF and ISO base media files (ISO/IEC 14496-12, section 4.3) say at byte 8 what they hold.
    private static string? Container(ReadOnlySpan<byte> firstBytes)
    {
        if (firstBytes.Length < 12)
        {
            return null;
        }

        var brand = firstBytes[8..12];
        if (firstBytes.StartsWith("RIFF"u8))
        {
            return brand.SequenceEqual("WEBP"u8) ? WebP : "application/x-riff";
        }

        if (!firstBytes[4..8].SequenceEqual("ftyp"u8))
        {
            return null;
        }

        return Encoding.ASCII.GetString(brand) switch
        {
            "heic" or "heix" or "heim" or "heis" => Heic,
            "mif1" or "msf1" => Heif,
            "avif" => Avif,
            "crx " => "image/x-canon-cr3",
            _ => "video/mp4",
        };
    }
}
