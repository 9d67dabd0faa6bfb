using NetVips;

namespace Digitize.Imaging.Deskew;

/// <summary>Turns a page as its geometry says.</summary>
public static class Straightened
{
    /// <summary>
    /// The access image, lazily and resampled once (bicubic), the new corners in the colour of the paper; without a
    /// turn by the skew the master's own pixels. Anything that stood at (x, y) of the master stands at
    /// <see cref="PageGeometry.ToAccess"/> of it.
    /// </summary>
    /// <exception cref="ArgumentException">The geometry is of an image of another size.</exception>
    public static Image Apply(Image image, PageGeometry geometry) => Apply(image, geometry, "bicubic", background: null);

    /// <param name="interpolation">Bicubic for the eye; bilinear to measure by, for it makes no paper lighter than it is.</param>
    /// <param name="background">Of the new corners; null for the colour of the paper.</param>
    internal static Image Apply(Image image, PageGeometry geometry, string interpolation, double? background)
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

        var source = geometry.Source;
        using var region = image.ExtractArea(source.Left, source.Top, source.Width, source.Height);
        return geometry.IsLossless ? Cut(region, geometry) : Resampled(region, geometry, interpolation, background is { } colour ? [colour] : PaperColour.Of(region));
    }

    private static Image Cut(Image region, PageGeometry geometry)
    {
        using var upright = geometry.QuarterTurns switch
        {
            1 => region.Rot90(),
            2 => region.Rot180(),
            3 => region.Rot270(),
            _ => region.Copy(),
        };
        return upright.ExtractArea(geometry.CropLeft, geometry.CropTop, geometry.AccessWidth, geometry.AccessHeight);
    }

    private static Image Resampled(
        Image region, PageGeometry geometry, string interpolation, double[] background)
    {
        // libvips numbers pixel middles 0, 1, 2 …, half a pixel less than the geometry's continuous points.
        var source = geometry.Source;
        var (x, y) = geometry.ToAccess(source.Left + 0.5, source.Top + 0.5);
        var degrees = geometry.RotationDegrees + 90 * geometry.QuarterTurns;
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        using var between = Interpolate.NewFromName(interpolation);
        return region.Affine([cos, -sin, sin, cos], between,
            oarea: [0, 0, geometry.AccessWidth, geometry.AccessHeight], odx: x - 0.5, ody: y - 0.5,
            background: background, extend: Enums.Extend.Background);
    }
}
