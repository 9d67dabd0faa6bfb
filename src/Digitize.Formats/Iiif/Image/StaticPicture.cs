using System.Globalization;
using Digitize.Core.Text;

namespace Digitize.Formats.Iiif.Image;

/// <summary>One of the pictures that a level 0 image consists of.</summary>
/// <param name="Path">Below the image's id, without a leading slash.</param>
/// <param name="Region">Pixels of the full image.</param>
/// <param name="Width">Pixels of the picture.</param>
/// <param name="Height">Pixels of the picture.</param>
public sealed record StaticPicture(string Path, Box Region, int Width, int Height)
{
    /// <summary>
    /// Every picture that a client can derive from <c>info.json</c>: the listed sizes, the largest of them again as
    /// <c>max</c>, and each tile under its canonical address (Image API 3.0, section 4.7); that of the smallest level,
    /// which is the whole image, also as a region.
    /// </summary>
    public static IEnumerable<StaticPicture> Of(ImageInfo info)
    {
        var whole = new Box(0, 0, info.Width, info.Height);
        foreach (var size in info.Sizes)
        {
            yield return new(Address("full", size), whole, size.Width, size.Height);
        }

        yield return new("full/max/0/default.jpg", whole, info.Sizes[^1].Width, info.Sizes[^1].Height);
        foreach (var tile in info.ScaleFactors.SelectMany(factor => Tiles(info, factor)))
        {
            yield return tile;
        }
    }

    private static IEnumerable<StaticPicture> Tiles(ImageInfo info, int factor)
    {
        var step = info.TileSize * factor;
        for (var y = 0; y < info.Height; y += step)
        {
            for (var x = 0; x < info.Width; x += step)
            {
                var region = new Box(x, y, Math.Min(step, info.Width - x), Math.Min(step, info.Height - y));
                var size = new ImageSize(
                    ImageInfo.Reduced(region.Width, factor), ImageInfo.Reduced(region.Height, factor));
                var place = string.Create(
                    CultureInfo.InvariantCulture, $"{region.X},{region.Y},{region.Width},{region.Height}");
                yield return new(Address(place, size), region, size.Width, size.Height);
            }
        }
    }

    private static string Address(string region, ImageSize size) =>
        string.Create(CultureInfo.InvariantCulture, $"{region}/{size.Width},{size.Height}/0/default.jpg");
}
