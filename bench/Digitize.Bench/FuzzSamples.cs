using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using ImageMagick;
using NetVips;

namespace Digitize.Bench;

/// <summary>One small sound file of each kind that is taken, for mutations to begin with.</summary>
internal static class FuzzSamples
{
    private const int Width = 96;
    private const int Height = 64;

    public static void Write(string folder)
    {
        using var page = Page();
        using var grey = page.Colourspace(Enums.Interpretation.Bw);
        foreach (var (name, bytes) in Native(page, grey).Concat(Foreign(page.PngsaveBuffer())))
        {
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }

        var jpeg = page.JpegsaveBuffer();
        File.WriteAllBytes(Path.Combine(folder, "scan.pdf"), Pdf($"q {Width} 0 0 {Height} 0 0 cm /I Do Q", jpeg));
        File.WriteAllBytes(Path.Combine(folder, "drawn.pdf"), Pdf("0 0 1 rg 10 10 40 30 re f", jpeg));
        File.WriteAllBytes(Path.Combine(folder, "raw.dng"), Dng());
    }

    private static Image Page()
    {
        using var noise = Image.Gaussnoise(Width, Height, sigma: 40, mean: 160, seed: 5);
        using var other = Image.Gaussnoise(Width, Height, sigma: 20, mean: 120, seed: 6);
        using var bands = noise.Bandjoin(other, noise);
        using var bytes = bands.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb, xres: 12, yres: 12);
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Native(Image page, Image grey)
    {
        using var deep = (page * 257).Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Rgb16);
        using var clear = page.Bandjoin(200);
        using var ink = page.Bandjoin(20).Copy(interpretation: Enums.Interpretation.Cmyk);
        using var two = page.Join(page, Enums.Direction.Vertical).Mutate(m => m.Set(GValue.GIntType, "page-height", Height));
        using var held = page.Mutate(m => m.Set(GValue.GIntType, "orientation", 6));
        yield return ("plain.tif", page.TiffsaveBuffer());
        yield return ("lzw.tif", page.TiffsaveBuffer(Enums.ForeignTiffCompression.Lzw, profile: "srgb"));
        yield return ("tiled.tif", page.TiffsaveBuffer(Enums.ForeignTiffCompression.Deflate, tile: true, tileWidth: 32, tileHeight: 32));
        yield return ("jpeg.tif", page.TiffsaveBuffer(Enums.ForeignTiffCompression.Jpeg));
        yield return ("pyramid.tif", page.TiffsaveBuffer(
            Enums.ForeignTiffCompression.Jpeg, tile: true, tileWidth: 32, tileHeight: 32, pyramid: true));
        yield return ("fax.tif", grey.TiffsaveBuffer(Enums.ForeignTiffCompression.Ccittfax4, bitdepth: 1));
        yield return ("deep.tif", deep.TiffsaveBuffer());
        yield return ("big.tif", page.TiffsaveBuffer(bigtiff: true));
        yield return ("two.tif", two.TiffsaveBuffer());
        yield return ("ink.tif", ink.TiffsaveBuffer(profile: "cmyk"));
        yield return ("plain.jpg", page.JpegsaveBuffer());
        yield return ("held.jpg", held.JpegsaveBuffer(profile: "srgb"));
        yield return ("progressive.jpg", page.JpegsaveBuffer(interlace: true));
        yield return ("grey.jpg", grey.JpegsaveBuffer());
        yield return ("ink.jpg", ink.JpegsaveBuffer());
        yield return ("plain.png", page.PngsaveBuffer(profile: "srgb"));
        yield return ("interlaced.png", clear.PngsaveBuffer(interlace: true));
        yield return ("palette.png", page.PngsaveBuffer(palette: true));
        yield return ("deep.png", deep.PngsaveBuffer());
        yield return ("bit.png", grey.PngsaveBuffer(bitdepth: 1));
        yield return ("lossy.webp", page.WebpsaveBuffer());
        yield return ("lossless.webp", clear.WebpsaveBuffer(lossless: true));
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Foreign(byte[] png)
    {
        using var image = new MagickImage(png);
        foreach (var format in new[]
        {
            MagickFormat.Jp2, MagickFormat.J2c, MagickFormat.Jxl, MagickFormat.Avif, MagickFormat.Psd, MagickFormat.Bmp,
        })
        {
            yield return ($"plain.{format}".ToLowerInvariant(), image.ToByteArray(format));
        }
    }

    private static byte[] Pdf(string content, byte[] jpeg)
    {
        var file = new MemoryStream();
        var places = new List<long>();
        Put("%PDF-1.4\n");
        Object("<</Type/Catalog/Pages 2 0 R>>");
        Object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        Object($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {Width} {Height}]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>");
        Object($"<</Length {content.Length}>>", Encoding.ASCII.GetBytes(content));
        Object($"<</Type/XObject/Subtype/Image/Width {Width}/Height {Height}/BitsPerComponent 8/ColorSpace/DeviceRGB"
            + $"/Filter/DCTDecode/Length {jpeg.Length}>>", jpeg);
        var start = file.Position;
        Put($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => Put(place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"));
        Put($"trailer<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();

        void Put(string text) => file.Write(Encoding.ASCII.GetBytes(text));

        void Object(string dictionary, byte[]? stream = null)
        {
            places.Add(file.Position);
            Put($"{places.Count} 0 obj\n{dictionary}\n");
            if (stream is not null)
            {
                Put("stream\n");
                file.Write(stream);
                Put("\nendstream\n");
            }

            Put("endobj\n");
        }
    }

    /// <summary>Sixteen bits behind a Bayer filter, nothing packed (DNG 1.4, required tags).</summary>
    private static byte[] Dng()
    {
        const int start = 512;
        var bytes = new byte[start + Width * Height * 2];
        new Random(5).NextBytes(bytes.AsSpan(start));
        (int Tag, int Type, int Count, int Value)[] entries =
        [
            (254, 4, 1, 0), (256, 4, 1, Width), (257, 4, 1, Height), (258, 3, 1, 16), (259, 3, 1, 1), (262, 3, 1, 32803),
            (271, 2, 4, 'D' | ('i' << 8) | ('g' << 16)), (272, 2, 4, 'O' | ('n' << 8) | ('e' << 16)), (273, 4, 1, start),
            (277, 3, 1, 1), (278, 4, 1, Height), (279, 4, 1, Width * Height * 2), (33421, 3, 2, 2 | (2 << 16)),
            (33422, 1, 4, 0 | (1 << 8) | (1 << 16) | (2 << 24)), (50706, 1, 4, 1 | (4 << 8)), (50708, 2, 4, 'O' | ('n' << 8)),
        ];
        "II*\0"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), 8);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(8), (short)entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            var at = bytes.AsSpan(10 + i * 12, 12);
            BinaryPrimitives.WriteUInt16LittleEndian(at, (ushort)entries[i].Tag);
            BinaryPrimitives.WriteInt16LittleEndian(at[2..], (short)entries[i].Type);
            BinaryPrimitives.WriteInt32LittleEndian(at[4..], entries[i].Count);
            BinaryPrimitives.WriteInt32LittleEndian(at[8..], entries[i].Value);
        }

        return bytes;
    }
}
