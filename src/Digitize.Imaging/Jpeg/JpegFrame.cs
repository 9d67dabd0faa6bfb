using System.Buffers.Binary;

namespace Digitize.Imaging.Jpeg;

/// <param name="Id">As the scan names it.</param>
/// <param name="Blocks">Blocks of 8 by 8 in one unit of the scan.</param>
internal sealed record JpegComponent(byte Id, int Across, int Down, int Blocks, HuffmanTable Dc, HuffmanTable Ac);

/// <summary>
/// The headers of a baseline JPEG with one interleaved scan, as tiles of a TIFF have them: read strictly, so that what
/// is joined is known to the last bit.
/// </summary>
/// <param name="FrameHeader">The whole SOF0 segment, marker included.</param>
/// <param name="ScanHeader">The whole SOS segment, marker included.</param>
/// <param name="UnitWidth">Pixels of one unit of the scan.</param>
/// <param name="UnitHeight">Pixels of one unit of the scan.</param>
/// <param name="ScanStart">Where the entropy-coded bytes begin in the tile.</param>
internal sealed record JpegFrame(
    byte[] FrameHeader, byte[] ScanHeader, int Width, int Height, int UnitWidth, int UnitHeight,
    IReadOnlyList<JpegComponent> Components, int ScanStart)
{
    private const byte Baseline = 0xC0;
    private const byte Huffman = 0xC4;
    private const byte Scan = 0xDA;
    private const byte Quantization = 0xDB;
    private const byte RestartInterval = 0xDD;

    /// <summary>Of a stream of tables, by class (0 for DC, 0x10 for AC) and number.</summary>
    /// <exception cref="InvalidDataException">The stream is damaged.</exception>
    public static IReadOnlyDictionary<int, HuffmanTable> HuffmanTables(ReadOnlySpan<byte> tables)
    {
        var found = new Dictionary<int, HuffmanTable>();
        for (var at = 2; at < tables.Length && tables[at + 1] != 0xD9;)
        {
            var segment = Segment(tables, at);
            at += segment.Length;
            for (var rest = segment[1] == Huffman ? segment[4..] : default; rest.Length > 17;)
            {
                var symbols = 0;
                foreach (var length in rest[1..17])
                {
                    symbols += length;
                }

                symbols = Math.Min(symbols, rest.Length - 17);
                found[rest[0]] = new HuffmanTable(rest[1..17], rest.Slice(17, symbols));
                rest = rest[(17 + symbols)..];
            }
        }

        return found;
    }

    /// <param name="huffman">As <see cref="HuffmanTables"/> gives them.</param>
    /// <returns>Null for a JPEG of another kind: progressive, with restarts, with tables of its own.</returns>
    /// <exception cref="InvalidDataException">The JPEG is damaged.</exception>
    public static JpegFrame? Read(IReadOnlyDictionary<int, HuffmanTable> huffman, ReadOnlySpan<byte> tile)
    {
        ReadOnlySpan<byte> frame = default;
        for (var at = 2; at < tile.Length;)
        {
            var segment = Segment(tile, at);
            at += segment.Length;
            switch (segment[1])
            {
                case Baseline:
                    frame = segment;
                    break;
                case Scan:
                    return frame.IsEmpty ? null : Of(frame, segment, huffman, at);
                case Huffman or Quantization or RestartInterval or (> Baseline and <= 0xCF):
                    return null;
            }
        }

        throw new InvalidDataException("A JPEG without a scan.");
    }

    private static JpegFrame? Of(
        ReadOnlySpan<byte> frame, ReadOnlySpan<byte> scan, IReadOnlyDictionary<int, HuffmanTable> huffman, int scanStart)
    {
        var count = frame[9];
        var isWhole = frame[4] == 8 && count is 1 or 3 && frame.Length == 10 + (3 * count)
            && scan.Length == 8 + (2 * count) && scan[4] == count && scan[^3] == 0 && scan[^2] == 63 && scan[^1] == 0;
        if (!isWhole)
        {
            return null;
        }

        var components = new List<JpegComponent>();
        var (across, down) = (1, 1);
        for (var i = 0; i < count; i++)
        {
            // In a scan of one component the unit is one block, whatever the sampling says (T.81, A.2.2).
            var sampling = count == 1 ? 0x11 : frame[11 + (3 * i)];
            var (h, v) = (sampling >> 4, sampling & 15);
            var chosen = scan[6 + (2 * i)];
            if (scan[5 + (2 * i)] != frame[10 + (3 * i)] || h is < 1 or > 4 || v is < 1 or > 4
                || !huffman.TryGetValue(chosen >> 4, out var dc) || !huffman.TryGetValue(0x10 | (chosen & 15), out var ac))
            {
                return null;
            }

            components.Add(new(frame[10 + (3 * i)], h, v, h * v, dc, ac));
            (across, down) = (Math.Max(across, h), Math.Max(down, v));
        }

        return new(
            frame.ToArray(), scan.ToArray(), BinaryPrimitives.ReadUInt16BigEndian(frame[7..]),
            BinaryPrimitives.ReadUInt16BigEndian(frame[5..]), across * 8, down * 8, components, scanStart);
    }

    private static ReadOnlySpan<byte> Segment(ReadOnlySpan<byte> jpeg, int at)
    {
        if (at + 4 > jpeg.Length || jpeg[at] != 0xFF)
        {
            throw new InvalidDataException("A JPEG whose segments do not follow each other.");
        }

        var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
        return length >= 4 && at + length <= jpeg.Length
            ? jpeg.Slice(at, length)
            : throw new InvalidDataException("A JPEG segment that reaches over the end.");
    }
}
