using ImageMagick;

namespace Digitize.Decoder;

/// <summary>Pictures that libvips does not read, by ImageMagick.</summary>
internal static class ForeignPicture
{
    private const double CentimetresPerInch = 2.54;
    private const string Picture = "picture.tif";

    public static DecoderAnswer Header(DecoderRequest request)
    {
        Bound(request);
        using var image = new MagickImage();
        image.Ping(request.Path, Settings(request));
        return new DecoderAnswer { Frames = [FrameOf(image)] };
    }

    /// <summary>Writes the first image as an uncompressed TIFF: 8-bit grey, RGB or CMYK, with its profile.</summary>
    public static DecoderAnswer Decode(DecoderRequest request)
    {
        Bound(request);
        using var image = new MagickImage(request.Path, Settings(request));

        // The other decoders turn the picture themselves; this one leaves it to its reader.
        if (request.MediaType == "image/vnd.adobe.photoshop")
        {
            image.AutoOrient();
        }

        image.Orientation = Orientation.Undefined;
        image.Depth = 8;
        if (image.ColorSpace is not (ColorSpace.sRGB or ColorSpace.Gray or ColorSpace.CMYK))
        {
            image.ColorSpace = ColorSpace.sRGB;
        }

        // Nobody reads these, and they are the largest part of what a hostile file can smuggle on.
        foreach (var name in image.ProfileNames.Except(["icc", "icm"]).ToList())
        {
            image.RemoveProfile(name);
        }

        image.Settings.Compression = CompressionMethod.NoCompression;
        image.Write(Path.Combine(request.Folder, Picture), MagickFormat.Tiff);
        return new DecoderAnswer { Frames = [FrameOf(image)], Picture = Picture };
    }

    private static void Bound(DecoderRequest request)
    {
        var bytes = (ulong)request.MaxMegabytes << 20;
        ResourceLimits.Thread = 1;
        ResourceLimits.Width = (ulong)request.MaxDimension;
        ResourceLimits.Height = (ulong)request.MaxDimension;
        ResourceLimits.Memory = bytes;
        ResourceLimits.Area = bytes;
        ResourceLimits.Disk = 0;
        ResourceLimits.ListLength = 2_000;
    }

    // The coder is named, so that no other one is tried on bytes that only look like this one's.
    private static MagickReadSettings Settings(DecoderRequest request) => new()
    {
        Format = request.MediaType switch
        {
            "image/jp2" => MagickFormat.Jp2,
            "image/j2c" => MagickFormat.J2c,
            "image/jxl" => MagickFormat.Jxl,
            "image/heic" or "image/heif" => MagickFormat.Heic,
            "image/avif" => MagickFormat.Avif,
            "image/vnd.adobe.photoshop" => MagickFormat.Psd,
            "image/bmp" => MagickFormat.Bmp,
            _ => MagickFormat.Dng,
        },
        FrameIndex = 0,
        FrameCount = 1,
    };

    private static DecodedFrame FrameOf(MagickImage image)
    {
        var (x, y) = (image.Density.X, image.Density.Y);
        var least = Math.Min(x, y);
        var ppi = image.Density.Units switch
        {
            DensityUnit.PixelsPerInch => least,
            DensityUnit.PixelsPerCentimeter => least * CentimetresPerInch,
            _ => 0,
        };
        return new((int)image.Width, (int)image.Height, ppi > 1 && double.IsFinite(ppi) ? Math.Round(ppi, 2) : null);
    }
}
