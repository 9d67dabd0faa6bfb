using Digitize.Imaging.Probing.Tiff;

namespace Digitize.Imaging.Access;

/// <summary>A pyramid opened for its sizes and its compressed tiles; no pixel is decoded.</summary>
internal sealed class PyramidFile : IDisposable
{
    private const int TileWidth = 322;
    private const int TileHeight = 323;
    private const int JpegCompression = 7;
    private const int MostLevels = 32;
    private const int MostTileBytes = 1 << 25;

    private readonly FileStream _file;
    private readonly TiffReader _reader;
    private readonly List<Dictionary<int, TiffField>> _directories = [];

    private PyramidFile(FileStream file)
    {
        _file = file;
        _reader = new TiffReader(file);
        for (var next = _reader.FirstDirectory; next != 0;)
        {
            if (_directories.Count == MostLevels)
            {
                throw new BrokenImageException($"TIFF: more than {MostLevels} levels");
            }

            (var fields, next) = _reader.Directory(next);
            _directories.Add(fields);
        }

        var levels = Enumerable.Range(0, _directories.Count)
            .Select(level => new PyramidLevel(Side(level, TiffField.Width), Side(level, TiffField.Height)));
        Info = new(Side(0, TileWidth), Side(0, TileHeight), [.. levels]);
    }

    public PyramidInfo Info { get; }

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="BrokenImageException">No tiled TIFF, or a damaged one.</exception>
    public static PyramidFile Open(string path)
    {
        // Few bytes are wanted from many places, so a buffer would only read more.
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        try
        {
            return new PyramidFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>How the samples of the level are meant: 1 grey, 2 RGB, 6 YCbCr (TIFF 6.0, section 22).</summary>
    public int PhotometricOf(int level) => (int)Number(level, TiffField.Photometric);

    /// <summary>A tile's JPEG stream and the tables that all tiles of its level share; null when it is no JPEG.</summary>
    public (byte[] Tables, byte[] Tile)? JpegTile(int level, int across, int down)
    {
        if (Number(level, TiffField.Compression) != JpegCompression
            || !_directories[level].TryGetValue(TiffField.JpegTables, out var tables))
        {
            return null;
        }

        var tilesAcross = (Info.Levels[level].Width + Info.TileWidth - 1) / Info.TileWidth;
        var index = (long)down * tilesAcross + across;
        return (
            Bytes(tables.Offset, tables.Count),
            Bytes(Number(level, TiffField.TileOffsets, index), Number(level, TiffField.TileByteCounts, index)));
    }

    public void Dispose() => _file.Dispose();

    private int Side(int level, int tag) => Number(level, tag) is > 0 and <= int.MaxValue and var side
        ? (int)side
        : throw new BrokenImageException($"TIFF tag {tag} is no length");

    /// <summary>One value alone: a large page has thousands of tiles.</summary>
    private long Number(int level, int tag, long index = 0) =>
        _directories[level].TryGetValue(tag, out var field) && index < field.Count && field.Size > 0
            ? _reader.Numbers(field with { Count = 1, Offset = field.Offset + index * field.Size })[0]
            : throw new BrokenImageException($"TIFF tag {tag} has no value {index}");

    private byte[] Bytes(long offset, long count)
    {
        if (count is < 0 or > MostTileBytes || offset < 0 || offset > _file.Length - count)
        {
            throw new BrokenImageException($"TIFF: {offset} + {count} > {_file.Length}");
        }

        var bytes = new byte[count];
        _file.Position = offset;
        _file.ReadExactly(bytes);
        return bytes;
    }
}
