namespace Digitize.Formats.Iiif.Image;

/// <summary>
/// Why an image request is refused. Each is answered with status 400: all that the API defines is served, so nothing
/// is 501, and an image that is not there is not known here.
/// </summary>
public enum ImageRequestError
{
    None,

    /// <summary>Not one of the forms of section 4.1, or without extent.</summary>
    RegionSyntax,

    /// <summary>Wholly outside the image.</summary>
    RegionOutside,

    /// <summary>Not one of the forms of section 4.2, or without extent.</summary>
    SizeSyntax,

    /// <summary>Larger than the region without <c>^</c>.</summary>
    SizeUpscaled,

    /// <summary>Beyond <see cref="ImageLimits"/>.</summary>
    SizeBeyondLimits,

    /// <summary>Not <c>n</c> or <c>!n</c> with n from 0 to 360.</summary>
    RotationSyntax,

    QualityUnknown,

    FormatUnknown,
}
