using NetVips;

namespace Digitize.Imaging.Deskew;

/// <summary>Turns a page as its geometry says.</summary>
public static class Straightened
{
    /// <summary>
    /// The access image, lazily: bicubic, the new corners in the colour of the paper. Anything that stood at (x, y) of
    /// the master stands at <see cref="PageGeometry.ToAccess"/> of it.
    /// </summary>
    /// <exception cref="ArgumentException">The geometry is of an image of another size.</exception>
    public static Image Apply(Image image, PageGeometry geometry)
    {
        if ((image.Width, image.Height) != (geometry.MasterWidth, geometry.MasterHeight))
        {
            throw new ArgumentException(
                $"{geometry} for an image of {image.Width} × {image.Height}.",
                nameof(geometry));
        }

        if (geometry.IsIdentity)
        {
            return image.Copy();
        }

        // libvips numbers pixel middles 0, 1, 2 …, half a pixel less than the geometry's continuous points.
        var (sin, cos) = Math.SinCos(geometry.RotationDegrees * Math.PI / 180);
        var (x, y) = geometry.ToAccess(0.5, 0.5);
        using var bicubic = Interpolate.NewFromName("bicubic");
        return image.Affine([cos, -sin, sin, cos], bicubic,
            oarea: [0, 0, geometry.AccessWidth, geometry.AccessHeight], odx: x - 0.5, ody: y - 0.5,
            background: PaperColour.Of(image), extend: Enums.Extend.Background);
    }
}
