using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Digitize.Imaging.Access;

/// <summary>
/// One image of a TIFF or BigTIFF as its directory tells of it (TIFF 6.0, section 2; BigTIFF by libtiff). Only what is
/// asked for is read, and nothing that a damaged file claims is allocated before it is checked.
/// </summary>
internal sealed class TiffDirectory
{
    public const ushort Width = 256;
    public const ushort Height = 257;
    public const ushort Compression = 259;
    public const ushort Photometric = 262;
    public const ushort SamplesPerPixel = 277;
    public const ushort TileWidth = 322;
    public const ushort TileHeight = 323;
    public const ushort TileOffsets = 324;
    public const ushort TileByteCounts = 325;
    public const ushort JpegTables = 347;

    private const int MostDirectories = 32;
    private const int MostEntries = 256;
    private const int MostBytesAtOnce = 1 << 25;

    private readonly Format _format;
    private readonly Dictionary<ushort, (ushort Type, long Count, long Position)> _entries = [];

    private TiffDirectory(Format format) => _format = format;

    /// <summary>All directories in file order, the handle staying the caller's.</summary>
    /// <exception cref="InvalidDataException">No TIFF, a damaged one, or more directories than a pyramid can have.</exception>
    public static IReadOnlyList<TiffDirectory> ReadAll(SafeFileHandle file)
    {
        var start = Bytes(file, 0, 16);
        var isBigEndian = start.AsSpan().StartsWith("MM"u8);
        var format = new Format(file, isBigEndian, IsBig: start[isBigEndian ? 3 : 2] == 43);
        if ((!isBigEndian && !start.AsSpan().StartsWith("II"u8)) || format.Short(start.AsSpan(2)) is not (42 or 43))
        {
            throw new InvalidDataException("No TIFF.");
        }

        var directories = new List<TiffDirectory>();
        for (var at = format.Offset(format.IsBig ? 8 : 4); at != 0;)
        {
            if (directories.Count == MostDirectories)
            {
                throw new InvalidDataException($"More than {MostDirectories} directories.");
            }

            var directory = new TiffDirectory(format);
            at = directory.Read(at);
            directories.Add(directory);
        }

        return directories;
    }

    /// <exception cref="InvalidDataException">There is no such tag, or no such value.</exception>
    public long Number(ushort tag, long index = 0)
    {
        if (!_entries.TryGetValue(tag, out var entry) || index < 0 || index >= entry.Count)
        {
            throw new InvalidDataException($"Tag {tag} has no value {index}.");
        }

        var size = SizeOf(entry.Type);
        var bytes = Bytes(_format.File, entry.Position + index * size, size);
        return entry.Type switch
        {
            3 => _format.Short(bytes),
            4 => _format.Int(bytes),
            16 or 18 => _format.Long(bytes),
            _ => throw new InvalidDataException($"Tag {tag} is no number."),
        };
    }

    /// <summary>Null when the directory has no such tag.</summary>
    public byte[]? Bytes(ushort tag) =>
        _entries.TryGetValue(tag, out var entry) ? Bytes(_format.File, entry.Position, entry.Count * SizeOf(entry.Type)) : null;

    /// <summary>A piece of the file itself.</summary>
    /// <exception cref="InvalidDataException">The file is shorter, or nobody keeps so much in one piece.</exception>
    public static byte[] Bytes(SafeFileHandle file, long offset, long length)
    {
        if (length is < 0 or > MostBytesAtOnce || offset < 0 || offset > RandomAccess.GetLength(file) - length)
        {
            throw new InvalidDataException($"{length} bytes at {offset} are not there.");
        }

        var bytes = new byte[length];
        for (var read = 0; read < bytes.Length;)
        {
            var more = RandomAccess.Read(file, bytes.AsSpan(read), offset + read);
            read += more > 0 ? more : throw new InvalidDataException($"{length} bytes at {offset} are not there.");
        }

        return bytes;
    }

    /// <returns>Where the next directory stands; 0 when there is none.</returns>
    private long Read(long at)
    {
        var (head, entry, inline) = _format.IsBig ? (8, 20, 8) : (2, 12, 4);
        var counted = Bytes(_format.File, at, head);
        var count = _format.IsBig ? _format.Long(counted) : _format.Short(counted);
        if (count is < 1 or > MostEntries)
        {
            throw new InvalidDataException($"A directory of {count} entries.");
        }

        var bytes = Bytes(_format.File, at + head, count * entry);
        for (var i = 0; i < count; i++)
        {
            var fields = bytes.AsSpan(i * entry, entry);
            var type = _format.Short(fields[2..]);
            var values = _format.IsBig ? _format.Long(fields[4..]) : _format.Int(fields[4..]);
            var position = at + head + i * entry + entry - inline;
            if (values is < 0 or > MostBytesAtOnce)
            {
                throw new InvalidDataException($"{values} values in one tag.");
            }

            var isInline = values * SizeOf(type) <= inline;
            _entries[_format.Short(fields)] = (type, values, isInline ? position : _format.Offset(position));
        }

        return _format.Offset(at + head + count * entry);
    }

    private static int SizeOf(ushort type) => type switch
    {
        3 or 8 => 2,
        4 or 9 or 11 or 13 => 4,
        5 or 10 or 12 or 16 or 17 or 18 => 8,
        _ => 1,
    };

    private sealed record Format(SafeFileHandle File, bool IsBigEndian, bool IsBig)
    {
        public ushort Short(ReadOnlySpan<byte> bytes) =>
            IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

        public uint Int(ReadOnlySpan<byte> bytes) =>
            IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

        public long Long(ReadOnlySpan<byte> bytes) =>
            IsBigEndian ? BinaryPrimitives.ReadInt64BigEndian(bytes) : BinaryPrimitives.ReadInt64LittleEndian(bytes);

        public long Offset(long at) => IsBig ? Long(Bytes(File, at, 8)) : Int(Bytes(File, at, 4));
    }
}
