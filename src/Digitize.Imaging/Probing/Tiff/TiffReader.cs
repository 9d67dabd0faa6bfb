using System.Buffers.Binary;
using System.Text;

namespace Digitize.Imaging.Probing.Tiff;

/// <summary>
/// Numbers and directories of a TIFF or BigTIFF of either byte order, bounded: no value is read from beyond the file's
/// end, and no more of them than a real scan has.
/// </summary>
internal sealed class TiffReader
{
    private const int MostEntries = 4096;
    private const int MostValues = 2 << 20;
    private const int BigVersion = 43;

    private readonly Stream _file;
    private readonly bool _isLittle;

    /// <exception cref="BrokenImageException">No TIFF.</exception>
    public TiffReader(Stream file)
    {
        _file = file;
        _isLittle = Bytes(0, 1)[0] == (byte)'I';
        IsBig = Unsigned(2, 2) == BigVersion;
        FirstDirectory = IsBig ? Unsigned(8, 8) : Unsigned(4, 4);
    }

    public bool IsBig { get; }

    public long FirstDirectory { get; }

    public long Length => _file.Length;

    /// <returns>The entries by tag, the first of each, and where the next directory stands, or 0.</returns>
    /// <exception cref="BrokenImageException">It reaches beyond the file, or is no directory.</exception>
    public (Dictionary<int, TiffField> Fields, long Next) Directory(long offset)
    {
        var (countSize, entrySize, valueSize) = IsBig ? (8, 20, 8) : (2, 12, 4);
        var count = Unsigned(offset, countSize);
        if (count is < 1 or > MostEntries)
        {
            throw new BrokenImageException($"TIFF directory of {count} entries", code: "image-header");
        }

        var table = Bytes(offset + countSize, (int)count * entrySize + valueSize);
        var fields = new Dictionary<int, TiffField>();
        for (var entry = 0; entry < (int)count; entry++)
        {
            var at = table.AsSpan(entry * entrySize, entrySize);
            var (tag, type) = ((int)Number(at[..2]), (int)Number(at[2..4]));
            var values = Number(at[4..^valueSize]);
            var isInPlace = values <= valueSize && values * TiffField.SizeOf(type) <= valueSize;
            var place = isInPlace ? offset + countSize + (entry + 1) * entrySize - valueSize : Number(at[^valueSize..]);
            fields.TryAdd(tag, new TiffField(tag, type, values, place));
        }

        return (fields, Number(table.AsSpan(table.Length - valueSize)));
    }

    /// <summary>The whole numbers of a field.</summary>
    /// <exception cref="BrokenImageException">More than the file holds, or no numbers.</exception>
    public long[] Numbers(TiffField field)
    {
        if (field.Size == 0 || field.Count is < 0 or > MostValues)
        {
            throw new BrokenImageException($"TIFF tag {field.Tag} has {field.Count} values", code: "image-header");
        }

        var bytes = Bytes(field.Offset, (int)field.Count * field.Size);
        var numbers = new long[field.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Number(bytes.AsSpan(i * field.Size, field.Size));
        }

        return numbers;
    }

    /// <returns>Null for a division by zero.</returns>
    public double? Rational(TiffField field)
    {
        var (above, below) = field.IsRational ? (Unsigned(field.Offset, 4), Unsigned(field.Offset + 4, 4)) : (0, 0);
        return below == 0 ? null : (double)above / below;
    }

    public string Text(TiffField field)
    {
        const int longest = 64;
        return Encoding.ASCII.GetString(Bytes(field.Offset, (int)Math.Min(field.Count, longest))).TrimEnd('\0', ' ');
    }

    private long Unsigned(long offset, int size) => Number(Bytes(offset, size));

    private byte[] Bytes(long offset, int count)
    {
        if (offset < 0 || count < 0 || offset > _file.Length - count)
        {
            throw new BrokenImageException($"TIFF: {offset} + {count} > {_file.Length}", code: "image-truncated");
        }

        var bytes = new byte[count];
        _file.Position = offset;
        _file.ReadExactly(bytes);
        return bytes;
    }

    // A 64-bit number with its highest bit set is beyond any file; as a negative one it is refused as such.
    private long Number(ReadOnlySpan<byte> bytes) => (bytes.Length, _isLittle) switch
    {
        (1, _) => bytes[0],
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (4, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        (4, false) => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        (_, true) => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        (_, false) => BinaryPrimitives.ReadInt64BigEndian(bytes),
    };
}
