namespace Digitize.Formats.Iiif.Image;

/// <summary>Image API 3.0, section 4.4.</summary>
public enum IiifQuality
{
    Default,
    Color,
    Gray,
    Bitonal,
}
