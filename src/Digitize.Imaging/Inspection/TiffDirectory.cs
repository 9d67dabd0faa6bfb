namespace Digitize.Imaging.Inspection;

/// <summary>What a TIFF's directory says of one frame's compression (TIFF 6.0, section 2; BigTIFF likewise).</summary>
/// <param name="Compression">Tag 259.</param>
/// <param name="JpegTables">Tag 347; null when the tables stand elsewhere.</param>
internal sealed record TiffDirectory(int Compression, byte[]? JpegTables)
{
    private const int CompressionTag = 259;
    private const int JpegTablesTag = 347;
    private const int MostTablesBytes = 64 * 1024;
    private const int MostEntries = 4096;

    private static readonly int[] Lossless = [1, 2, 3, 4, 5, 8, 32773, 32946, 34925, 50000];

    /// <summary>None, fax, LZW, Deflate, PackBits, LZMA or Zstandard.</summary>
    public bool IsLossless => Lossless.Contains(Compression);

    public bool IsJpeg => Compression is 6 or 7;

    /// <returns>Null when the file is cut off, goes in circles or has no such frame.</returns>
    public static TiffDirectory? Find(Stream file, int frame)
    {
        var header = new byte[16];
        if (file.ReadAtLeast(header, 16, throwOnEndOfStream: false) < 16)
        {
            return null;
        }

        var reader = new Reader(file, IsLittle: header[0] == (byte)'I', IsBig: header[2] == 43 || header[3] == 43);
        var at = reader.IsBig ? reader.Number(header.AsSpan(8, 8)) : reader.Number(header.AsSpan(4, 4));
        for (var i = 0; i < frame && at is not null; i++)
        {
            at = reader.Next(at.Value);
        }

        return at is { } offset ? reader.Directory(offset) : null;
    }

    private sealed record Reader(Stream File, bool IsLittle, bool IsBig)
    {
        private int EntryBytes => IsBig ? 20 : 12;

        private int CountBytes => IsBig ? 8 : 2;

        public long? Number(ReadOnlySpan<byte> bytes)
        {
            long number = 0;
            for (var i = 0; i < bytes.Length; i++)
            {
                number = number << 8 | bytes[IsLittle ? bytes.Length - 1 - i : i];
            }

            return number > 0 ? number : null;
        }

        public long? Next(long directory) =>
            Entries(directory) is { } entries && Bytes(directory + CountBytes + entries.Length, IsBig ? 8 : 4) is { } next
                ? Number(next) : null;

        public TiffDirectory? Directory(long offset)
        {
            if (Entries(offset) is not { } entries)
            {
                return null;
            }

            var (compression, tables) = (1, (byte[]?)null);
            for (var at = 0; at < entries.Length; at += EntryBytes)
            {
                var entry = entries.AsSpan(at, EntryBytes);
                var value = entry[(IsBig ? 12 : 8)..];
                var count = Number(IsBig ? entry[4..12] : entry[4..8]) ?? 0;
                switch (Number(entry[..2]))
                {
                    case CompressionTag:
                        compression = (int)(Number(value[..2]) ?? 1);
                        break;
                    case JpegTablesTag when count > value.Length && count <= MostTablesBytes && Number(value) is { } place:
                        tables = Bytes(place, (int)count);
                        break;
                }
            }

            return new(compression, tables);
        }

        private byte[]? Entries(long directory) =>
            Bytes(directory, CountBytes) is { } counted && Number(counted) is <= MostEntries and { } count
                ? Bytes(directory + CountBytes, (int)count * EntryBytes) : null;

        private byte[]? Bytes(long offset, int count)
        {
            if (offset < 0 || offset > File.Length - count)
            {
                return null;
            }

            File.Position = offset;
            var bytes = new byte[count];
            File.ReadExactly(bytes);
            return bytes;
        }
    }
}
