namespace Digitize.Formats.Iiif.Image;

/// <summary>The formats of Image API 3.0, section 4.5, that are served; in lower case, the extensions.</summary>
public enum IiifFormat
{
    Jpg,
    Png,
    Webp,
    Tif,
}

public static class IiifFormats
{
    public static string MediaType(this IiifFormat format) => format switch
    {
        IiifFormat.Jpg => "image/jpeg",
        IiifFormat.Png => "image/png",
        IiifFormat.Webp => "image/webp",
        IiifFormat.Tif => "image/tiff",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}
