using NetVips;

namespace Digitize.Imaging.Deskew;

/// <summary>Finds which way up a page lies.</summary>
public static class OrientationEstimator
{
    /// <param name="image">8-bit grey or sRGB, as <see cref="ScanImage.OpenAsync"/> gives it.</param>
    /// <returns>Confidence 0 when there is no text to tell it from.</returns>
    public static OrientationEstimate Estimate(Image image) => default;
}
