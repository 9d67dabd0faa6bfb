using Digitize.Imaging.Decoding;
using NetVips;

namespace Digitize.Imaging;

/// <summary>Opens one image of a master as the line works with it.</summary>
public static class ScanImage
{
    /// <summary>Set on an opened image whose colour profile was of no use.</summary>
    internal const string BrokenProfile = "digitize-broken-profile";

    /// <summary>
    /// One frame, upright (orientation tag applied), 8-bit grey (one band) or sRGB (three bands), alpha flattened on
    /// white, colours by the embedded profile. Every pixel has been decoded once when this returns, so nobody meets
    /// damaged data later. Check the limits with <see cref="Probing.ScanProbe"/> first.
    /// </summary>
    /// <param name="mediaType">As the probe told, one of <see cref="ScanMediaTypes"/>.</param>
    /// <param name="frame">From 0.</param>
    /// <returns>An image to be disposed; the file must stay until then.</returns>
    /// <exception cref="BrokenImageException">
    /// Truncated or damaged data, no such frame, no picture, or more costly than its size explains.
    /// </exception>
    /// <exception cref="TimeoutException">This machine was too busy to decode it in time.</exception>
    public static async Task<Image> OpenAsync(string path, string mediaType, int frame, CancellationToken ct)
    {
        VipsSetup.Once();
        try
        {
            using var stored = await StoredScan.OpenAsync(path, mediaType, frame, access: null, ct);
            await stored.PullAsync(image => image.Avg(), ct);
            return AccessColour.Of(stored);
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
    /// <exception cref="TimeoutException">This machine was too busy to decode it in time.</exception>
    public static async Task<Image> OpenLazyAsync(string path, string mediaType, int frame, CancellationToken ct)
    {
        VipsSetup.Once();
        try
        {
            using var stored = await StoredScan.OpenAsync(path, mediaType, frame, Enums.Access.Sequential, ct);
            if (!IsTurned(stored))
            {
                return AccessColour.Of(stored);
            }

            using var anywhere = await StoredScan.OpenAsync(path, mediaType, frame, access: null, ct);
            return AccessColour.Of(anywhere);
        }
        catch (VipsException damaged)
        {
            throw BrokenImageException.From(damaged);
        }
    }

    /// <summary>True of an opened image whose embedded profile was damaged or for other colours, and was not used.</summary>
    public static bool HasBrokenProfile(Image opened) => opened.Contains(BrokenProfile);

    // Turning needs the last row first.
    internal static bool IsTurned(Image image) => image.Contains("orientation") && (int)image.Get("orientation") > 1;
}
