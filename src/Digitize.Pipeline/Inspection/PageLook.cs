using Digitize.Imaging;
using Digitize.Imaging.Deskew;
using Digitize.Imaging.Inspection;
using NetVips;

namespace Digitize.Pipeline.Inspection;

/// <summary>All that is measured on one frame of a master, by the step and by the command line alike.</summary>
public static class PageLook
{
    /// <param name="image">The frame as <see cref="ScanImage.OpenAsync"/> gave it.</param>
    /// <param name="asked">Its physical size, unless <paramref name="widthMm"/> and <paramref name="heightMm"/> say it.</param>
    /// <param name="widthMm">What the batch says; null for nothing.</param>
    /// <param name="heightMm">Likewise.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="BrokenImageException">Damaged data.</exception>
    public static async Task<InspectedPage> AtAsync(Image image, string path, string mediaType, int frame, InspectOptions asked,
        double? widthMm, double? heightMm, CancellationToken ct)
    {
        var page = await PageInspector.InspectAsync(image, ct);
        var compression = await Compression.OfAsync(path, mediaType, frame, ct);
        var (skew, way) = page.Inspection.IsBlank ? default : await Task.Run(() => Reading(image), ct);
        var isSized = widthMm > 0 || heightMm > 0;
        return page with
        {
            Skew = page.Inspection.IsBlank ? null : skew,
            Inspection = page.Inspection.OfSize(
                isSized ? widthMm ?? 0 : asked.PhysicalWidthMm, isSized ? heightMm ?? 0 : asked.PhysicalHeightMm) with
            {
                IsBlank = page.Inspection.InkShare < asked.MinimumInkShare,
                IsLossless = compression.IsLossless,
                JpegQuality = compression.JpegQuality,
                QuarterTurnsClockwise = way.IsReliable ? way.QuarterTurnsClockwise : null,
                OrientationConfidence = way.Confidence,
            },
        };
    }

    private static (SkewEstimate Skew, OrientationEstimate Way) Reading(Image image)
    {
        var reading = PageReading.Of(image);
        return (reading.Skew, reading.Orientation);
    }
}
