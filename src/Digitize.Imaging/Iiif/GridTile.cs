using System.Numerics;
using Digitize.Imaging.Access;

namespace Digitize.Imaging.Iiif;

/// <summary>
/// A request that falls on a whole tile of the pyramid is answered by the tile as it was compressed. Tiles of a TIFF
/// leave their tables to the directory (TIFF Technical Note 2), so these are put back in.
/// </summary>
internal static class GridTile
{
    private const int Grey = 1;
    private const int Rgb = 2;
    private const int YCbCr = 6;

    // Which colours are meant cannot be left to guesses about component numbers: JFIF says YCbCr or grey (JFIF 1.02),
    // Adobe's marker with transform 0 says RGB (Adobe Technical Note 5116).
    private static readonly byte[] Jfif = [0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0];
    private static readonly byte[] AdobeRgb = [0xFF, 0xEE, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0];

    /// <summary>
    /// Null when the picture must be drawn: another format, angle or quality, off the grid, or a tile that reaches over
    /// the right or lower edge, which a TIFF fills up to its whole size.
    /// </summary>
    public static byte[]? Find(PyramidFile pyramid, IiifRendering rendering)
    {
        if (LevelOf(pyramid.Info, rendering) is not { } level)
        {
            return null;
        }

        var photometric = pyramid.PhotometricOf(level);
        var isAsked = rendering.Quality is IiifQuality.Default or IiifQuality.Color
            || (rendering.Quality == IiifQuality.Gray && photometric == Grey);
        if (!isAsked || photometric is not (Grey or Rgb or YCbCr))
        {
            return null;
        }

        var (across, down) = (
            (rendering.Region.X >> level) / pyramid.Info.TileWidth, (rendering.Region.Y >> level) / pyramid.Info.TileHeight);
        return pyramid.JpegTile(level, across, down) is var (tables, tile)
            ? Whole(tables, tile, photometric == Rgb ? AdobeRgb : Jfif)
            : null;
    }

    private static int? LevelOf(PyramidInfo info, IiifRendering rendering)
    {
        var region = rendering.Region;
        var isPlain = rendering is { Format: IiifFormat.Jpg, Mirror: false } && rendering.RotationDegrees % 360 == 0;
        if (!isPlain || (rendering.Width, rendering.Height) != (info.TileWidth, info.TileHeight))
        {
            return null;
        }

        var factor = region.Width / info.TileWidth;
        var level = BitOperations.Log2((uint)Math.Max(1, factor));
        var isOnGrid = factor == 1 << level
            && level < info.Levels.Count
            && (region.Width, region.Height) == (info.TileWidth * factor, info.TileHeight * factor)
            && region.X % region.Width == 0
            && region.Y % region.Height == 0;
        return isOnGrid
            && ((region.X + region.Width) >> level) <= info.Levels[level].Width
            && ((region.Y + region.Height) >> level) <= info.Levels[level].Height
                ? level
                : null;
    }

    private static byte[]? Whole(ReadOnlySpan<byte> tables, ReadOnlySpan<byte> tile, ReadOnlySpan<byte> marker)
    {
        ReadOnlySpan<byte> start = [0xFF, 0xD8];
        ReadOnlySpan<byte> end = [0xFF, 0xD9];
        return tables.StartsWith(start) && tables.EndsWith(end) && tile.StartsWith(start)
            ? [.. start, .. marker, .. tables[2..^2], .. tile[2..]]
            : null;
    }
}
