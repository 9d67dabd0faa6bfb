using Digitize.Imaging.Decoding;
using Digitize.Imaging.Deskew;
using NetVips;

namespace Digitize.Imaging.Access;

/// <summary>
/// A page's access image as it is pulled once, from top to bottom, in bounded memory whatever its size. A page that is
/// not turned streams out of its file. Turning needs rows in another order than a decoder gives them, so the
/// pixels of a turned page are first laid down, as they are stored, in a tiled file that can be read anywhere: the
/// price is one more pass over the disk instead of the whole page in memory.
/// </summary>
public sealed class AccessSource : IDisposable
{
    // As the pyramid's, so that a strip of a page turned by a right angle is one column of tiles.
    private const int CopyTilePixels = 512;

    private readonly string? _copy;

    private AccessSource(Image image, PageGeometry geometry, string? copy) =>
        (Image, Geometry, _copy) = (image, geometry, copy);

    /// <summary>8-bit grey or sRGB; goes with this source.</summary>
    public Image Image { get; }

    public PageGeometry Geometry { get; }

    /// <param name="mediaType">As the probe told, one of <see cref="ScanMediaTypes"/>.</param>
    /// <param name="frame">From 0.</param>
    /// <param name="geometryOf">From the frame's width and height, as <see cref="ScanImage.OpenAsync"/> gives it.</param>
    /// <param name="spoolFolder">Where a turned page's pixels lie until this is disposed.</param>
    /// <exception cref="BrokenImageException">Damaged header, no such frame, or no picture.</exception>
    /// <exception cref="VipsException">Damaged pixels, or no room in the folder.</exception>
    /// <exception cref="TimeoutException">A PDF page could not be drawn in time.</exception>
    public static async Task<AccessSource> OpenAsync(
        string path, string mediaType, int frame, Func<int, int, PageGeometry> geometryOf, string spoolFolder,
        CancellationToken ct)
    {
        VipsSetup.Once();
        using var stored = await StoredScan.OpenAsync(path, mediaType, frame, Enums.Access.Sequential, ct);
        using var streamed = AccessColour.Of(stored);
        var geometry = geometryOf(streamed.Width, streamed.Height);
        return geometry is { RotationDegrees: 0, QuarterTurns: 0 } && !ScanImage.IsTurned(stored)
            ? new(Straightened.Apply(streamed, geometry), geometry, copy: null)
            : await OpenTurnedAsync(stored, geometry, spoolFolder, ct);
    }

    public void Dispose()
    {
        Image.Dispose();
        if (_copy is not null)
        {
            File.Delete(_copy);
        }
    }

    private static async Task<AccessSource> OpenTurnedAsync(
        Image stored, PageGeometry geometry, string spoolFolder, CancellationToken ct)
    {
        Directory.CreateDirectory(spoolFolder);
        var copy = Path.Combine(spoolFolder, $"{Guid.CreateVersion7():N}.tif");
        try
        {
            await stored.PullAsync(pixels =>
            {
                pixels.Tiffsave(copy, tile: true, tileWidth: CopyTilePixels, tileHeight: CopyTilePixels, bigtiff: true,
                    keep: Enums.ForeignKeep.Icc);
                return true;
            }, ct);
            using var anywhere = Oriented(Image.Tiffload(copy, failOn: Enums.FailOn.Error), stored);
            using var upright = AccessColour.Of(anywhere);
            return new(Straightened.Apply(upright, geometry), geometry, copy);
        }
        catch
        {
            File.Delete(copy);
            throw;
        }
    }

    private static Image Oriented(Image copy, Image stored) => ScanImage.IsTurned(stored)
        ? copy.Then(i => i.Mutate(m => m.Set(GValue.GIntType, "orientation", (int)stored.Get("orientation"))))
        : copy;
}
