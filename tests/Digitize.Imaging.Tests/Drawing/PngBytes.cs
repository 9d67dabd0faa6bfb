using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Digitize.Imaging.Tests.Drawing;

/// <summary>PNGs written chunk by chunk (RFC 2083), whatever they claim.</summary>
internal static class PngBytes
{
    /// <param name="colour">Colour type 0 is grey, 2 RGB.</param>
    /// <param name="packed">The pixels as zlib packs them; a few bytes of them when null.</param>
    /// <param name="extra">Chunks before the pixels, each with its type in front.</param>
    public static byte[] Claiming(
        int width, int height, byte depth = 8, byte colour = 2, byte[]? packed = null, params byte[][] extra)
    {
        var header = new byte[17];
        "IHDR"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), height);
        (header[12], header[13]) = (depth, colour);
        using var png = new MemoryStream();
        png.Write([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);
        Chunk(png, header);
        Array.ForEach(extra, chunk => Chunk(png, chunk));
        Chunk(png, [.. "IDAT"u8, .. packed ?? Zlib(new byte[100])]);
        Chunk(png, [.. "IEND"u8]);
        return png.ToArray();
    }

    public static byte[] Zlib(byte[] data) => Zeros(data.Length, data);

    /// <summary>So many zeros, packed, without holding them.</summary>
    public static byte[] Zeros(long count, byte[]? instead = null)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            var block = instead ?? new byte[1 << 20];
            for (var left = count; left > 0; left -= block.Length)
            {
                zlib.Write(block, 0, (int)Math.Min(left, block.Length));
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(Stream png, byte[] typeAndData)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, typeAndData.Length - 4);
        png.Write(number);
        png.Write(typeAndData);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(typeAndData));
        png.Write(number);
    }
}
