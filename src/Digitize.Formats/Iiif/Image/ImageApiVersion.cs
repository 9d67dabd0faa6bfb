namespace Digitize.Formats.Iiif.Image;

/// <summary>The versions of the IIIF Image API that are spoken.</summary>
public enum ImageApiVersion
{
    /// <summary>2.1: <c>full</c> is a size, <c>^</c> is unknown.</summary>
    V2,

    /// <summary>3.0.</summary>
    V3,
}
