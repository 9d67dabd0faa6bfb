using System.Buffers.Binary;
using System.Numerics;

namespace Digitize.Imaging.Jpeg;

/// <summary>
/// Joins the JPEG tiles of a TIFF into one JPEG without decoding a pixel: units go over bit for bit, in the page's
/// order; only the first mean of each row of a tile is written anew, since it is told as a difference from the unit
/// before it. What a tile has beyond the page's edge stays behind. The picture has the very coefficients of the tiles.
/// </summary>
internal static class JoinedTiles
{
    /// <param name="tables">Quantization and Huffman tables that all tiles share, as a JPEG stream.</param>
    /// <param name="marker">The segment that says which colours are meant.</param>
    /// <param name="tile">The tile at a place across and down; null when it is no JPEG.</param>
    /// <returns>Null when the tiles are not of the kind that can be joined.</returns>
    /// <exception cref="InvalidDataException">A tile is damaged.</exception>
    public static byte[]? Join(
        int width, int height, byte[] tables, byte[] marker, Func<int, int, byte[]?> tile, CancellationToken ct)
    {
        var huffman = JpegFrame.HuffmanTables(tables);
        if (width > ushort.MaxValue || height > ushort.MaxValue || tile(0, 0) is not { } first
            || JpegFrame.Read(huffman, first) is not { } frame
            || frame.Width % frame.UnitWidth != 0 || frame.Height % frame.UnitHeight != 0)
        {
            return null;
        }

        using var joined = new MemoryStream();
        joined.Write([0xFF, 0xD8, .. marker, .. tables.AsSpan(2, tables.Length - 4)]);
        joined.Write(Resized(frame.FrameHeader, width, height));
        joined.Write(frame.ScanHeader);
        var writer = new JpegBitWriter(joined);
        var means = new int[frame.Components.Count];
        for (var (top, down) = (0, 0); top < height; top += frame.Height, down++)
        {
            ct.ThrowIfCancellationRequested();
            if (Read(frame, huffman, tile, (width, height), down) is not { } tiles || !Write(writer, frame, tiles, ref means))
            {
                return null;
            }
        }

        writer.Finish();
        joined.Write([0xFF, 0xD9]);
        return joined.ToArray();
    }

    private static List<TileRows>? Read(
        JpegFrame frame, IReadOnlyDictionary<int, HuffmanTable> huffman, Func<int, int, byte[]?> tile, (int Width, int Height) page, int down)
    {
        var tiles = new List<TileRows>();
        var unitsDown = Units(page.Height - (down * frame.Height), frame.Height, frame.UnitHeight);
        for (var (left, across) = (0, 0); left < page.Width; left += frame.Width, across++)
        {
            if (tile(across, down) is not { } next || JpegFrame.Read(huffman, next) is not { } its || !IsLike(frame, its))
            {
                return null;
            }

            tiles.Add(TileRows.Read(its, next, Units(page.Width - left, frame.Width, frame.UnitWidth), unitsDown));
        }

        return tiles;
    }

    private static bool Write(JpegBitWriter writer, JpegFrame frame, List<TileRows> tiles, ref int[] means)
    {
        for (var row = 0; row < tiles[0].Rows.Count; row++)
        {
            foreach (var tile in tiles)
            {
                var part = tile.Rows[row];
                var at = part.Start;
                for (var i = 0; i < means.Length; i++)
                {
                    var (from, to, value) = part.Means[i];
                    writer.Copy(tile.Bits, at, from);
                    if (!WriteDifference(writer, frame.Components[i].Dc, value - means[i]))
                    {
                        return false;
                    }

                    at = to;
                }

                writer.Copy(tile.Bits, at, part.End);
                means = part.Last;
            }
        }

        return true;
    }

    /// <returns>False when the table has no code for so large a difference.</returns>
    private static bool WriteDifference(JpegBitWriter writer, HuffmanTable table, int difference)
    {
        var length = difference == 0 ? 0 : BitOperations.Log2((uint)Math.Abs(difference)) + 1;
        if (table.Find(length) is not var (code, codeLength))
        {
            return false;
        }

        writer.Write(code, codeLength);
        var bits = difference < 0 ? difference + (1 << length) - 1 : difference;
        writer.Write((uint)bits, length);
        return true;
    }

    /// <summary>Whole units that are needed for what is left of the page within one tile.</summary>
    private static int Units(int left, int tile, int unit) => (Math.Min(left, tile) + unit - 1) / unit;

    private static bool IsLike(JpegFrame one, JpegFrame other) =>
        one.FrameHeader.AsSpan().SequenceEqual(other.FrameHeader) && one.ScanHeader.AsSpan().SequenceEqual(other.ScanHeader);

    private static byte[] Resized(byte[] frameHeader, int width, int height)
    {
        var resized = frameHeader.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(resized.AsSpan(5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(resized.AsSpan(7), (ushort)width);
        return resized;
    }
}
