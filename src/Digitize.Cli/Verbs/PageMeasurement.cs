using Digitize.Imaging;
using Digitize.Imaging.Crop;
using Digitize.Imaging.Deskew;
using Digitize.Imaging.Split;
using NetVips;

namespace Digitize.Cli.Verbs;

/// <summary>The pages that a frame shows, as the steps split and deskew would find them by their defaults.</summary>
/// <param name="Pages">Left first.</param>
internal sealed record FrameMeasurement(string File, SpreadEstimate Spread, IReadOnlyList<PageMeasurement> Pages)
{
    private const double CropMargin = 0.005;

    public static FrameMeasurement Of(string file, Image image)
    {
        using var decoded = image.CopyMemory();
        var orientation = OrientationEstimator.Estimate(decoded);
        using var upright = Straightened.Apply(
            decoded, PageGeometry.Of(decoded.Width, decoded.Height, null, orientation.TurnsToMake, 0));
        var spread = SpreadFinder.Find(upright);
        PixelRegion?[] parts = spread.IsReliable ? [spread.Left, spread.Right] : [null];
        return new(file, spread, [.. parts.Select(part => Page(decoded, upright, part, orientation.TurnsToMake))]);
    }

    private static PageMeasurement Page(Image frame, Image upright, PixelRegion? part, int turns)
    {
        var region = part?.Turned(-turns, upright.Width, upright.Height);
        using var page = Straightened.Apply(frame, PageGeometry.Of(frame.Width, frame.Height, region, turns, 0));
        var skew = SkewEstimator.Estimate(page);
        var geometry = PageGeometry.Of(frame.Width, frame.Height, region, turns, skew.DegreesToTurn);
        var crop = PageEdges.Find(page, geometry.RotationDegrees, CropMargin);
        return new(crop.IsReliable ? geometry.CroppedTo(crop.Page) : geometry, skew.Degrees, crop.Confidence);
    }
}

/// <param name="Degrees">Positive when lines rise to the right.</param>
internal sealed record PageMeasurement(PageGeometry Geometry, double Degrees, double CropConfidence)
{
    /// <summary>Where the access image's corners lie in the master: x, y, clockwise from the upper left.</summary>
    public IReadOnlyList<double[]> Corners { get; } =
    [
        .. new[] { (0, 0), (Geometry.AccessWidth, 0), (Geometry.AccessWidth, Geometry.AccessHeight), (0, Geometry.AccessHeight) }
            .Select(corner => Geometry.ToMaster(corner.Item1, corner.Item2))
            .Select(point => new[] { Math.Round(point.X, 1), Math.Round(point.Y, 1) }),
    ];
}
