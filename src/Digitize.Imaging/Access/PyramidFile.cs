using Microsoft.Win32.SafeHandles;

namespace Digitize.Imaging.Access;

/// <summary>A pyramid opened for its sizes and its compressed tiles; no pixel is decoded.</summary>
internal sealed class PyramidFile : IDisposable
{
    private const int JpegCompression = 7;

    private readonly SafeFileHandle _file;
    private readonly IReadOnlyList<TiffDirectory> _directories;

    private PyramidFile(SafeFileHandle file, IReadOnlyList<TiffDirectory> directories, PyramidInfo info) =>
        (_file, _directories, Info) = (file, directories, info);

    public PyramidInfo Info { get; }

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">No tiled TIFF, or a damaged one.</exception>
    public static PyramidFile Open(string path)
    {
        var file = File.OpenHandle(path);
        try
        {
            var directories = TiffDirectory.ReadAll(file);
            if (directories.Count == 0)
            {
                throw new InvalidDataException("A TIFF without an image.");
            }

            var full = directories[0];
            var levels = directories.Select(level => new PyramidLevel(
                (int)level.Number(TiffDirectory.Width), (int)level.Number(TiffDirectory.Height)));
            return new(file, directories, new PyramidInfo(
                (int)full.Number(TiffDirectory.TileWidth), (int)full.Number(TiffDirectory.TileHeight), [.. levels]));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>How the samples of the level are meant: 1 grey, 2 RGB, 6 YCbCr (TIFF 6.0, section 22).</summary>
    public int PhotometricOf(int level) => (int)_directories[level].Number(TiffDirectory.Photometric);

    /// <summary>A tile's JPEG stream and the tables that all tiles of its level share; null when it is no JPEG.</summary>
    public (byte[] Tables, byte[] Tile)? JpegTile(int level, int across, int down)
    {
        var directory = _directories[level];
        if (directory.Number(TiffDirectory.Compression) != JpegCompression
            || directory.Bytes(TiffDirectory.JpegTables) is not { } tables)
        {
            return null;
        }

        var tilesAcross = (Info.Levels[level].Width + Info.TileWidth - 1) / Info.TileWidth;
        var index = (long)down * tilesAcross + across;
        return (tables, TiffDirectory.Bytes(_file,
            directory.Number(TiffDirectory.TileOffsets, index), directory.Number(TiffDirectory.TileByteCounts, index)));
    }

    public void Dispose() => _file.Dispose();
}
