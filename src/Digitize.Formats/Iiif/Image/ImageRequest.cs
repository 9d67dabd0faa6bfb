using System.Diagnostics.CodeAnalysis;
using Digitize.Core.Text;

namespace Digitize.Formats.Iiif.Image;

/// <summary>
/// An image request resolved against its image: cut <see cref="Region"/>, scale to <see cref="Width"/> ×
/// <see cref="Height"/>, mirror left to right, rotate clockwise, reduce to the quality, encode.
/// </summary>
/// <param name="Region">Pixels of the full image, inside it, not empty.</param>
/// <param name="Width">Pixels before rotation.</param>
/// <param name="Height">Pixels before rotation.</param>
/// <param name="RotationDegrees">Clockwise, from 0 up to but without 360.</param>
public sealed record ImageRequest(
    Box Region, int Width, int Height, double RotationDegrees, bool Mirror, IiifQuality Quality, IiifFormat Format)
{
    /// <summary>Image API 3.0 or 2.1, section 4. Numbers are read strictly; nothing is guessed.</summary>
    /// <param name="imageWidth">Pixels of the full image.</param>
    /// <param name="imageHeight">Pixels of the full image.</param>
    public static bool TryParse(
        ImageParameters parameters,
        int imageWidth,
        int imageHeight,
        ImageLimits limits,
        ImageApiVersion version,
        [NotNullWhen(true)] out ImageRequest? request,
        out ImageRequestError error)
    {
        request = null;
        if (!RegionParameter.TryParse(parameters.Region, imageWidth, imageHeight, out var region, out error)
            || !new SizeParameter(new ImageSize(region.Width, region.Height), limits, version)
                .TryParse(parameters.Size, out var size, out error))
        {
            return false;
        }

        var mirror = parameters.Rotation.StartsWith('!');
        var degrees = parameters.Rotation.AsSpan(mirror ? 1 : 0);
        if (!StrictNumber.TryDecimal(degrees, out var rotation) || rotation > 360)
        {
            error = ImageRequestError.RotationSyntax;
            return false;
        }

        var dot = parameters.QualityFormat.LastIndexOf('.');
        if (dot < 0 || !TryName<IiifFormat>(parameters.QualityFormat[(dot + 1)..], out var format))
        {
            error = ImageRequestError.FormatUnknown;
            return false;
        }

        if (!TryName<IiifQuality>(parameters.QualityFormat[..dot], out var quality))
        {
            error = ImageRequestError.QualityUnknown;
            return false;
        }

        request = new ImageRequest(region, size.Width, size.Height, (double)(rotation % 360), mirror, quality, format);
        return true;
    }

    /// <summary>Exactly the lower-case name; <c>Enum.TryParse</c> would take numbers and lists as well.</summary>
    private static bool TryName<T>(string text, out T value) where T : struct, Enum
    {
        foreach (var known in Enum.GetValues<T>())
        {
            if (text == known.ToString().ToLowerInvariant())
            {
                value = known;
                return true;
            }
        }

        value = default;
        return false;
    }
}
