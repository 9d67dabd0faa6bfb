namespace Digitize.Imaging.Probing.Tiff;

/// <summary>Which camera's raw file a TIFF is; most of them are TIFFs by their first bytes.</summary>
internal static class RawKinds
{
    private static readonly (string Make, string MediaType)[] Makers =
    [
        ("NIKON", "image/x-nikon-nef"),
        ("SONY", "image/x-sony-arw"),
        ("PENTAX", "image/x-pentax-pef"),
        ("RICOH", "image/x-pentax-pef"),
        ("SAMSUNG", "image/x-samsung-srw"),
        ("Hasselblad", "image/x-hasselblad-3fr"),
        ("Canon", "image/x-canon-cr2"),
    ];

    /// <returns>A media type, or null for a TIFF that is a picture.</returns>
    public static string? Of(TiffDirectory first)
    {
        if (first.IsDng)
        {
            return ScanMediaTypes.Dng;
        }

        return first.IsRaw
            ? Makers.FirstOrDefault(maker => first.Make.StartsWith(maker.Make, StringComparison.OrdinalIgnoreCase)).MediaType
                ?? ScanMediaTypes.OtherRaw
            : null;
    }
}
