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
            using var stored = await OpenStoredAsync(path, mediaType, frame, access: null, ct);
            await stored.PullAsync(image => image.Avg(), ct);
            return ForAccess(stored);
        }
        catch (VipsException damaged)
        {
            throw BrokenImageException.From(damaged);
        }
    }

    /// <summary>
    /// The same image, with no pixel decoded yet. Where the orientation tag lets it, it can be pulled once only, from
    /// top to bottom, so that no more than some strips are in memory.
    /// </summary>
    /// <returns>An image to be disposed; pulling damaged pixels throws <see cref="VipsException"/>.</returns>
    /// <exception cref="BrokenImageException">Damaged header, no such frame, or no picture.</exception>
    /// <exception cref="TimeoutException">A PDF page could not be drawn in time.</exception>
    public static async Task<Image> OpenLazyAsync(string path, string mediaType, int frame, CancellationToken ct)
    {
        VipsSetup.Once();
        try
        {
            using var stored = await OpenStoredAsync(path, mediaType, frame, Enums.Access.Sequential, ct);
            if (!IsTurned(stored))
            {
                return ForAccess(stored);
            }

            using var anywhere = await OpenStoredAsync(path, mediaType, frame, access: null, ct);
            return ForAccess(anywhere);
        }
        catch (VipsException damaged)
        {
            throw BrokenImageException.From(damaged);
        }
    }

    /// <summary>The frame as stored, of whatever kind it comes; nothing but the header is read yet.</summary>
    internal static async Task<Image> OpenStoredAsync(
        string path, string mediaType, int frame, Enums.Access? access, CancellationToken ct) =>
        mediaType == ScanMediaTypes.Pdf
            ? await PdfPageImage.OpenAsync(path, frame, ct)
            : Load(path, mediaType, frame, access);

    // Turning needs the last row first.
    internal static bool IsTurned(Image image) => image.Contains("orientation") && (int)image.Get("orientation") > 1;

    /// <summary>The frame as stored; nothing but the header is read yet.</summary>
    internal static Image Load(string path, string mediaType, int frame, Enums.Access? access = null)
    {
        const Enums.FailOn failOn = Enums.FailOn.Error;
        try
        {
            return mediaType switch
            {
                ScanMediaTypes.Tiff => Image.Tiffload(path, page: frame, access: access, failOn: failOn),
                ScanMediaTypes.Jpeg when frame == 0 => Image.Jpegload(path, access: access, failOn: failOn),
                ScanMediaTypes.Png when frame == 0 => Image.Pngload(path, access: access, failOn: failOn),
                _ => throw new BrokenImageException($"{mediaType}: no frame {frame}"),
            };
        }
        catch (VipsException damaged)
        {
            throw BrokenImageException.From(damaged);
        }
    }

    internal static Image ForAccess(Image stored)
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
