using Digitize.Core.Text;

namespace Digitize.Imaging.Iiif;

/// <summary>
/// What to make of an image, in the order of the IIIF Image API 3.0 (section 4): cut, scale, mirror, turn, recolour,
/// encode.
/// </summary>
/// <param name="Region">Full-resolution pixels, inside the image.</param>
/// <param name="Width">Pixels of the region after scaling, before turning.</param>
/// <param name="Height">Pixels, likewise.</param>
/// <param name="RotationDegrees">Clockwise, after mirroring; 0 to 360.</param>
/// <param name="Mirror">Left becomes right.</param>
public sealed record IiifRendering(
    Box Region,
    int Width,
    int Height,
    double RotationDegrees = 0,
    bool Mirror = false,
    IiifQuality Quality = IiifQuality.Default,
    IiifFormat Format = IiifFormat.Jpg);

public enum IiifQuality
{
    Default,
    Color,
    Gray,
    Bitonal,
}

public enum IiifFormat
{
    Jpg,
    Png,
    Webp,
    Tif,
}
