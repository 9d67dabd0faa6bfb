using System.ComponentModel.DataAnnotations;
using NetVips;

namespace Digitize.Imaging.Access;

public sealed record PyramidOptions
{
    /// <summary>Edge of a tile, pixels; TIFF asks for a multiple of 16.</summary>
    [Range(64, 4096)]
    public int Tile { get; init; } = 512;

    /// <summary>JPEG quality.</summary>
    [Range(1, 100)]
    public int Quality { get; init; } = 85;
}

/// <summary>
/// Writes a page's access image: a tiled TIFF with JPEG tiles (YCbCr), each level half the one before as a further
/// directory of the file, down to one tile. Resolution is kept; colour images carry the sRGB profile.
/// </summary>
public static class Pyramid
{
    /// <param name="image">8-bit grey or sRGB, as <see cref="ScanImage.OpenAsync"/> gives it.</param>
    /// <param name="path">Overwritten; left without a file when writing fails or is cancelled.</param>
    /// <exception cref="VipsException">The file cannot be written (disk, rights).</exception>
    public static async Task WriteAsync(Image image, string path, PyramidOptions options, CancellationToken ct)
    {
        try
        {
            await image.PullAsync(pixels =>
            {
                pixels.Tiffsave(path, compression: Enums.ForeignTiffCompression.Jpeg, q: options.Quality,
                    tile: true, tileWidth: options.Tile, tileHeight: options.Tile, pyramid: true,
                    keep: Enums.ForeignKeep.Icc, profile: pixels.Bands == 3 ? "srgb" : null);
                return true;
            }, ct);
        }
        catch
        {
            if (File.Exists(path))
            {
                File.Delete(path);
            }

            throw;
        }
    }
}
