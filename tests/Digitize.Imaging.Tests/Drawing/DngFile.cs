using System.Buffers.Binary;

namespace Digitize.Imaging.Tests.Drawing;

/// <summary>
/// The smallest DNG (Adobe DNG 1.4) that can be developed: an uncompressed 16-bit mosaic of a camera that sees sRGB's
/// primaries, in three upright bands of grey, red and blue.
/// </summary>
internal static class DngFile
{
    public const int Width = 384;
    public const int Height = 256;
    private const int Photometric = 262;
    private const int ColourFilterArray = 32803;
    private const ushort White = 60_000;

    private static readonly (double Red, double Green, double Blue)[] Bands = [(0.4, 0.4, 0.4), (0.6, 0.1, 0.1), (0.1, 0.1, 0.6)];

    public static byte[] Bytes()
    {
        // XYZ to linear sRGB (IEC 61966-2-1).
        double[] fromXyz = [3.2406, -1.5372, -0.4986, -0.9689, 1.8758, 0.0415, 0.0557, -0.2040, 1.0570];
        return new TiffBytes().Add(
            Mosaic(),
            TiffTag.Long(254, 0), TiffTag.Long(256, Width), TiffTag.Long(257, Height), TiffTag.Short(258, 16),
            TiffTag.Short(259, 1), TiffTag.Short(Photometric, ColourFilterArray), TiffTag.Text(271, "Digitize"),
            TiffTag.Text(272, "Test camera"), TiffTag.Short(274, 1), TiffTag.Short(277, 1), TiffTag.Long(278, Height),
            TiffTag.Short(284, 1), TiffTag.Short(33421, 2, 2), TiffTag.Bytes(33422, 0, 1, 1, 2),
            TiffTag.Bytes(50706, 1, 4, 0, 0), TiffTag.Bytes(50707, 1, 1, 0, 0), TiffTag.Text(50708, "Digitize Test camera"),
            TiffTag.Short(50714, 0), TiffTag.Long(50717, White), TiffTag.Fractions(50721, true, fromXyz),
            TiffTag.Fractions(50728, false, 1, 1, 1), TiffTag.Short(50778, 21)).ToArray();
    }

    // Red, green; green, blue.
    private static byte[] Mosaic()
    {
        var bytes = new byte[Width * Height * 2];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var (red, green, blue) = Bands[x * Bands.Length / Width];
                var light = (x % 2, y % 2) switch { (0, 0) => red, (1, 1) => blue, _ => green };
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan((y * Width + x) * 2), (ushort)(light * White));
            }
        }

        return bytes;
    }
}
