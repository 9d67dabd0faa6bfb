using NetVips;

namespace Digitize.Imaging.Split;

/// <summary>
/// Tells whether an upright image shows two pages side by side and where they part. The gutter is found, not taken for
/// the middle. Text that crosses it, or a sheet that is no wider than high, means one page.
/// </summary>
public static class SpreadFinder
{
    /// <summary>Two pages side by side are wider than high; the narrowest books are half as wide as high.</summary>
    private const double LeastAspect = 1.04;

    /// <param name="image">Upright, 8-bit grey or sRGB, as <see cref="ScanImage.OpenAsync"/> gives it.</param>
    public static SpreadEstimate Find(Image image)
    {
        if (SpreadView.Of(image, LeastAspect) is not { } view || view.Paper.Width < LeastAspect * view.Paper.Height)
        {
            return SpreadEstimate.SinglePage;
        }

        var strip = LeafFinder.Find(view);
        return strip is { IsBare: false } ? Estimate(image, view, SpreadKind.Leaf, strip.Gutter, strip.Strip)
            : (FoldFinder.Find(view) ?? strip?.Gutter) is { } fold ? Estimate(image, view, SpreadKind.Fold, fold, null)
            : SpreadEstimate.SinglePage;
    }

    private static SpreadEstimate Estimate(Image image, SpreadView view, SpreadKind kind, Gutter gutter, PixelRegion? strip)
    {
        var (top, bottom) = view.LineOnImage(gutter.Top, gutter.Bottom);
        var last = (int)Math.Clamp(Math.Ceiling(Math.Max(top, bottom)), 1, image.Width - 1);
        var first = (int)Math.Clamp(Math.Floor(Math.Min(top, bottom)), 1, image.Width - 1);
        return new(
            kind,
            gutter.Confidence,
            top,
            bottom,
            new(0, 0, last, image.Height),
            new(first, 0, image.Width - first, image.Height),
            strip is null ? null : view.OnImage(strip));
    }
}

/// <summary>Where two pages part, on a <see cref="SpreadView"/>: pixels from the left at its upper and lower edge.</summary>
internal readonly record struct Gutter(double Top, double Bottom, double Confidence);
