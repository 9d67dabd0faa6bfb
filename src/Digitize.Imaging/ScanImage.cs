using Digitize.Imaging.Pdf;
using NetVips;

namespace Digitize.Imaging;

/// <summary>Opens one image of a master as the line works with it.</summary>
public static class ScanImage
{
    /// <summary>
    /// One frame, upright (orientation tag applied), 8-bit grey (one band) or sRGB (three bands), alpha flattened on
    /// white, colours by the embedded profile. Every pixel has been decoded once when this returns, so nobody meets
    /// damaged data later. Check the limits with <see cref="Probing.ScanProbe"/> first.
    /// </summary>
    /// <param name="mediaType">As the probe told, one of <see cref="ScanMediaTypes"/>.</param>
    /// <param name="frame">From 0.</param>
    /// <returns>An image to be disposed; the file must stay until then.</returns>
    /// <exception cref="BrokenImageException">Truncated or damaged data, no such frame, or no picture.</exception>
    /// <exception cref="TimeoutException">A PDF page could not be drawn in time.</exception>
    public static async Task<Image> OpenAsync(string path, string mediaType, int frame, CancellationToken ct)
    {
        VipsSetup.Once();
        try
        {
            using var stored = mediaType == ScanMediaTypes.Pdf
                ? await PdfPageImage.OpenAsync(path, frame, ct)
                : Load(path, mediaType, frame);
            await stored.PullAsync(image => image.Avg(), ct);
            return ForAccess(stored);
        }
        catch (VipsException damaged)
        {
            throw BrokenImageException.From(damaged);
        }
    }

    /// <summary>The frame as stored; nothing but the header is read yet.</summary>
    internal static Image Load(string path, string mediaType, int frame)
    {
        try
        {
            return mediaType switch
            {
                ScanMediaTypes.Tiff => Image.Tiffload(path, page: frame, failOn: Enums.FailOn.Error),
                ScanMediaTypes.Jpeg when frame == 0 => Image.Jpegload(path, failOn: Enums.FailOn.Error),
                ScanMediaTypes.Png when frame == 0 => Image.Pngload(path, failOn: Enums.FailOn.Error),
                _ => throw new BrokenImageException($"{mediaType}: no frame {frame}"),
            };
        }
        catch (VipsException damaged)
        {
            throw BrokenImageException.From(damaged);
        }
    }

    private static Image ForAccess(Image stored)
    {
        var isGrey = stored.Interpretation is Enums.Interpretation.Bw or Enums.Interpretation.Grey16
            || stored.Bands - (stored.HasAlpha() ? 1 : 0) == 1;
        var image = stored.Autorot();
        if (image.HasAlpha())
        {
            image = image.Then(i => i.Flatten(background: [White(i)]));
        }

        if (image.Contains("icc-profile-data"))
        {
            image = image.Then(i => i.IccTransform("srgb", embedded: true, blackPointCompensation: true,
                intent: Enums.Intent.Relative, depth: 8));
        }

        image = image.Then(i => i.Colourspace(isGrey ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb));
        if (image.Bands != (isGrey ? 1 : 3))
        {
            using (image)
            {
                throw new BrokenImageException($"{stored.Bands} bands of {stored.Interpretation} are no picture");
            }
        }

        return image.Format == Enums.BandFormat.Uchar ? image : image.Then(i => i.Cast(Enums.BandFormat.Uchar));
    }

    private static double White(Image image) => image.Format == Enums.BandFormat.Ushort ? 65535 : 255;
}
