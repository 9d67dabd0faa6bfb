using System.Buffers.Binary;
using Digitize.Core.Text;
using Digitize.Imaging.Iiif;
using Digitize.Imaging.Jpeg;
using Digitize.Imaging.Probing;
using NetVips;

namespace Digitize.Imaging.Access;

/// <summary>A page's access image as one JPEG file, for formats that hold one image a page.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Components">1 (grey) or 3 (sRGB).</param>
/// <param name="Ppi">Pixels per inch of the original; null when the pyramid does not say.</param>
/// <param name="IsCopied">The compressed tiles were joined; otherwise the image was compressed anew.</param>
public sealed record PageJpeg(byte[] Bytes, int Width, int Height, int Components, double? Ppi, bool IsCopied)
{
    private const int Grey = 1;
    private const int Rgb = 2;
    private const int YCbCr = 6;

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">No pyramid, or a damaged one.</exception>
    /// <exception cref="VipsException">No pyramid, or a damaged one.</exception>
    public static PageJpeg Read(string pyramidPath, CancellationToken ct)
    {
        using var pyramid = PyramidFile.Open(pyramidPath);
        var (info, photometric, ppi) = (pyramid.Info, pyramid.PhotometricOf(0), PpiOf(pyramidPath));
        var joined = photometric is Grey or Rgb or YCbCr && pyramid.JpegTile(0, 0, 0) is var (tables, _)
            ? JoinedTiles.Join(
                info.Width, info.Height, tables, Marker(photometric, ppi),
                (across, down) => pyramid.JpegTile(0, across, down)?.Tile, ct)
            : null;
        var bytes = joined ?? IiifRenderer.Render(
            pyramidPath, new IiifRendering(new Box(0, 0, info.Width, info.Height), info.Width, info.Height), ct);
        return new(bytes, info.Width, info.Height, photometric == Grey ? 1 : 3, ppi, joined is not null);
    }

    private static double? PpiOf(string pyramidPath)
    {
        VipsSetup.Once();
        using var image = Image.Tiffload(pyramidPath);
        return FrameHeader.PpiOf(image);
    }

    /// <summary>Grey and YCbCr are JFIF's own (JFIF 1.02); that it is RGB, Adobe's marker says (Technical Note 5116).</summary>
    private static byte[] Marker(int photometric, double? ppi)
    {
        if (photometric == Rgb)
        {
            return [0xFF, 0xEE, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0];
        }

        byte[] jfif = [0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 1, 0, 0, 0, 0, 0, 0];
        var density = (ushort)Math.Clamp(Math.Round(ppi ?? 300), 1, ushort.MaxValue);
        BinaryPrimitives.WriteUInt16BigEndian(jfif.AsSpan(12), density);
        BinaryPrimitives.WriteUInt16BigEndian(jfif.AsSpan(14), density);
        return jfif;
    }
}
