namespace Digitize.Imaging.Access;

/// <param name="TileWidth">Pixels.</param>
/// <param name="Levels">From full size downwards; level n is reduced by 2 to the n.</param>
public sealed record PyramidInfo(int TileWidth, int TileHeight, IReadOnlyList<PyramidLevel> Levels)
{
    public int Width => Levels[0].Width;

    public int Height => Levels[0].Height;

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="BrokenImageException">No tiled TIFF, or a damaged one.</exception>
    public static PyramidInfo Read(string path)
    {
        using var file = PyramidFile.Open(path);
        return file.Info;
    }

    /// <summary>The smallest level that still has every pixel of an image reduced by this factor.</summary>
    internal int LevelFor(double reduction) =>
        Math.Clamp((int)Math.Floor(Math.Log2(Math.Max(1, reduction) + 1e-9)), 0, Levels.Count - 1);
}

public sealed record PyramidLevel(int Width, int Height);
