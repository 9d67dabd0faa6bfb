using System.Buffers.Binary;

namespace Digitize.Imaging.Inspection;

/// <summary>
/// Reads a JPEG's luminance quantisation table (ITU-T T.81, B.2.4.1) and tells which quality of the IJG's scale it is
/// nearest to. Encoders with tables of their own get the quality of the same mean coarseness.
/// </summary>
internal static class JpegTables
{
    private const byte Marker = 0xFF;
    private const byte QuantisationTables = 0xDB;
    private const byte StartOfScan = 0xDA;

    // T.81, table K.1, in zig-zag order.
    private static readonly byte[] Luminance =
    [
        16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61, 60,
        57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121, 112,
        100, 120, 92, 101, 103, 99,
    ];

    /// <param name="jpeg">From the first byte, at least to the tables; a TIFF's JPEGTables serve as well.</param>
    /// <returns>1 to 100, or null without a table.</returns>
    public static int? Quality(ReadOnlySpan<byte> jpeg)
    {
        for (var at = 2; at + 4 <= jpeg.Length && jpeg[at] == Marker && jpeg[at + 1] != StartOfScan;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            var segment = jpeg[(at + 4)..Math.Min(jpeg.Length, Math.Max(at + 4, at + 2 + length))];
            if (jpeg[at + 1] == QuantisationTables && First(segment) is { } quality)
            {
                return quality;
            }

            at += 2 + Math.Max(2, (int)length);
        }

        return null;
    }

    // A segment may hold several tables; number 0 is luminance by every encoder's custom.
    private static int? First(ReadOnlySpan<byte> segment)
    {
        while (segment.Length > 0)
        {
            var bytes = segment[0] >> 4 == 0 ? 1 : 2;
            if (segment.Length < 1 + 64 * bytes)
            {
                return null;
            }

            if ((segment[0] & 15) == 0)
            {
                return Nearest(segment.Slice(1, 64 * bytes), bytes);
            }

            segment = segment[(1 + 64 * bytes)..];
        }

        return null;
    }

    // The inverse of jpeg_quality_scaling in the IJG's library.
    private static int Nearest(ReadOnlySpan<byte> table, int bytes)
    {
        double scale = 0;
        for (var i = 0; i < 64; i++)
        {
            scale += 100.0 * (bytes == 1 ? table[i] : BinaryPrimitives.ReadUInt16BigEndian(table[(2 * i)..])) / Luminance[i] / 64;
        }

        var quality = scale <= 100 ? (200 - scale) / 2 : 5000 / scale;
        return (int)Math.Clamp(Math.Round(quality), 1, 100);
    }
}
