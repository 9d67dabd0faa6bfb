using NetVips;

namespace Digitize.Imaging.Access;

/// <param name="TileWidth">Pixels.</param>
/// <param name="Levels">From full size downwards; level n is reduced by 2 to the n.</param>
public sealed record PyramidInfo(int TileWidth, int TileHeight, IReadOnlyList<PyramidLevel> Levels)
{
    public int Width => Levels[0].Width;

    public int Height => Levels[0].Height;

    /// <exception cref="VipsException">No TIFF, or a damaged one.</exception>
    public static PyramidInfo Read(string path)
    {
        VipsSetup.Once();
        using var full = Image.Tiffload(path);
        var levels = new List<PyramidLevel> { new(full.Width, full.Height) };
        for (var level = 1; level < (int)full.Get("n-pages"); level++)
        {
            using var reduced = Image.Tiffload(path, page: level);
            levels.Add(new(reduced.Width, reduced.Height));
        }

        return new((int)full.Get("tile-width"), (int)full.Get("tile-height"), levels);
    }

    /// <summary>The smallest level that still has every pixel of an image reduced by this factor.</summary>
    internal int LevelFor(double reduction) =>
        Math.Clamp((int)Math.Floor(Math.Log2(Math.Max(1, reduction) + 1e-9)), 0, Levels.Count - 1);
}

public sealed record PyramidLevel(int Width, int Height);
