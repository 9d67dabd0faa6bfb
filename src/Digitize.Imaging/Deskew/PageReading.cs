using NetVips;

namespace Digitize.Imaging.Deskew;

/// <summary>How a page lies: its skew and its orientation, told from one look at its ink. Each is made when first asked for.</summary>
public sealed class PageReading
{
    private const int LongestEdgePixels = 1650;

    private readonly Writing _writing;
    private readonly Lazy<SkewEstimate> _skew;
    private readonly Lazy<OrientationEstimate> _orientation;

    private PageReading(Writing writing)
    {
        _writing = writing;
        _skew = new(() => SkewEstimator.Estimate(_writing));
        _orientation = new(() => OrientationEstimator.Estimate(_writing, Skew.DegreesToTurn));
    }

    /// <inheritdoc cref="SkewEstimator.Estimate(Image)"/>
    public SkewEstimate Skew => _skew.Value;

    /// <inheritdoc cref="OrientationEstimator.Estimate(Image)"/>
    public OrientationEstimate Orientation => _orientation.Value;

    /// <param name="image">8-bit grey or sRGB, as <see cref="ScanImage.OpenAsync"/> gives it; not needed afterwards.</param>
    public static PageReading Of(Image image) => new(Writing.Of(InkMap.Of(GreyRaster.From(image, LongestEdgePixels))));
}
