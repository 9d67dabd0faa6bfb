using Digitize.Imaging.Access;
using NetVips;

namespace Digitize.Imaging.Iiif;

/// <summary>
/// Makes any picture the IIIF Image API can ask for, decoding only the tiles it needs, and none when a tile as it lies
/// is what is asked for.
/// </summary>
public static class IiifRenderer
{
    private const int Quality = 85;
    private const int BitonalThreshold = 128;

    /// <summary>
    /// The encoded picture, exactly of the asked size; turned by another angle than a multiple of 90° it is as large
    /// as the turned corners need, its own corners transparent in PNG and WebP and white in JPEG and TIFF.
    /// Limits of size are the caller's to check. Looked at between steps, the token cannot stop a step that has begun.
    /// </summary>
    /// <exception cref="ArgumentException">The region is not inside the image, or a size is not positive.</exception>
    /// <exception cref="BrokenImageException">No pyramid, or a damaged one.</exception>
    public static byte[] Render(string pyramidPath, IiifRendering rendering, CancellationToken ct)
    {
        VipsSetup.Once();
        using var pyramid = PyramidFile.Open(pyramidPath);
        Check(rendering, pyramid.Info);
        return GridTile.Find(pyramid, rendering) ?? Draw(pyramidPath, pyramid.Info, rendering, ct);
    }

    internal static byte[] Draw(string pyramidPath, PyramidInfo info, IiifRendering rendering, CancellationToken ct)
    {
        using var picture = Scaled(pyramidPath, info, rendering)
            .Then(i => rendering.Mirror ? i.Flip(Enums.Direction.Horizontal) : i.Copy())
            .Then(i => Turned(i, rendering))
            .Then(i => Recoloured(i, rendering.Quality));
        ct.ThrowIfCancellationRequested();
        return Encoded(picture, rendering);
    }

    private static void Check(IiifRendering rendering, PyramidInfo info)
    {
        var region = rendering.Region;
        if (region.Width < 1 || region.Height < 1 || region.ClampTo(info.Width, info.Height) != region)
        {
            throw new ArgumentException($"{region} is not inside {info.Width} × {info.Height}.", nameof(rendering));
        }

        if (rendering.Width < 1 || rendering.Height < 1 || !double.IsFinite(rendering.RotationDegrees))
        {
            throw new ArgumentException($"{rendering} has no size or no angle.", nameof(rendering));
        }
    }

    private static Image Scaled(string pyramidPath, PyramidInfo info, IiifRendering rendering)
    {
        var region = rendering.Region;
        var level = info.LevelFor(Math.Min(
            (double)region.Width / rendering.Width, (double)region.Height / rendering.Height));
        var reduction = (double)(1 << level);
        var across = Span.Of(region.X / reduction, region.Width / reduction, info.Levels[level].Width);
        var down = Span.Of(region.Y / reduction, region.Height / reduction, info.Levels[level].Height);

        var cut = Image.Tiffload(pyramidPath, page: level, failOn: Enums.FailOn.Error)
            .Then(i => Cut(i, across, down));
        return (cut.Width, cut.Height) == (rendering.Width, rendering.Height)
            ? cut
            : cut
                .Then(i => i.Resize(
                    rendering.Width * reduction / region.Width,
                    vscale: rendering.Height * reduction / region.Height))
                .Then(i => Exactly(i, rendering.Width, rendering.Height));
    }

    /// <summary>Cuts a rectangle that may begin between two pixels, and reach over the last by less than one.</summary>
    private static Image Cut(Image level, Span across, Span down)
    {
        if (across.Fraction == 0 && down.Fraction == 0 && across.End <= level.Width && down.End <= level.Height)
        {
            return level.ExtractArea(across.Start, down.Start, across.Length, down.Length);
        }

        using var bicubic = Interpolate.NewFromName("bicubic");
        return level.Affine([1, 0, 0, 1], bicubic,
            oarea: [across.Start, down.Start, across.Length, down.Length],
            odx: -across.Fraction, ody: -down.Fraction, extend: Enums.Extend.Copy);
    }

    // Rounding inside libvips may give a pixel more or less; the last one is then dropped or doubled.
    private static Image Exactly(Image image, int width, int height) =>
        (image.Width, image.Height) == (width, height)
            ? image.Copy()
            : image.Embed(0, 0, width, height, extend: Enums.Extend.Copy);

    private static Image Turned(Image image, IiifRendering rendering)
    {
        var degrees = rendering.RotationDegrees % 360;
        if (degrees % 90 == 0)
        {
            return degrees == 0 ? image.Copy() : image.Rot((Enums.Angle)(((int)degrees / 90 + 4) % 4));
        }

        if (rendering.Format is IiifFormat.Png or IiifFormat.Webp)
        {
            return image.Bandjoin(255).Then(i => i.Rotate(degrees, background: [0]));
        }

        return image.Rotate(degrees, background: [255]);
    }

    private static Image Recoloured(Image image, IiifQuality quality)
    {
        if (quality is IiifQuality.Default or IiifQuality.Color)
        {
            return image.Copy();
        }

        var grey = image.Colourspace(Enums.Interpretation.Bw);
        if (quality == IiifQuality.Gray)
        {
            return grey;
        }

        if (!grey.HasAlpha())
        {
            return grey.Then(i => i >= BitonalThreshold);
        }

        using var alpha = grey.ExtractBand(1);
        return grey.Then(i => i.ExtractBand(0)).Then(i => i >= BitonalThreshold).Then(i => i.Bandjoin(alpha));
    }

    private static byte[] Encoded(Image picture, IiifRendering rendering)
    {
        var depth = rendering.Quality == IiifQuality.Bitonal && !picture.HasAlpha() ? 1 : 8;
        return rendering.Format switch
        {
            IiifFormat.Jpg => picture.JpegsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None),
            IiifFormat.Png => picture.PngsaveBuffer(bitdepth: depth, keep: Enums.ForeignKeep.None),
            IiifFormat.Webp => picture.WebpsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None),
            IiifFormat.Tif => picture.TiffsaveBuffer(bitdepth: depth, keep: Enums.ForeignKeep.None,
                compression: depth == 1
                    ? Enums.ForeignTiffCompression.Ccittfax4
                    : Enums.ForeignTiffCompression.Deflate),
            _ => throw new ArgumentOutOfRangeException(nameof(rendering)),
        };
    }

    /// <summary>One side of a region on a reduced level: whole pixels, moved on by a fraction of one.</summary>
    private readonly record struct Span(int Start, double Fraction, int Length)
    {
        public int End => Start + Length;

        /// <summary>
        /// As many whole pixels as come nearest, about the same middle: libvips spreads what is too many or too few
        /// evenly to both ends when it scales, so the middle stays where it belongs.
        /// </summary>
        public static Span Of(double start, double length, int available)
        {
            var whole = Math.Clamp((int)Math.Round(length), 1, available);
            var from = start + (length - whole) / 2;
            var first = (int)Math.Floor(from);
            return new(first, from - first, whole);
        }
    }
}
