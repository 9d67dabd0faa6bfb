using Digitize.Imaging.Crop;
using Digitize.Imaging.Deskew;
using NetVips;

namespace Digitize.Imaging.Split;

/// <summary>A small straightened copy of an image, as folds and strips are looked for on it, and the way back.</summary>
internal sealed class SpreadView
{
    private const int LongestEdgePixels = 1000;

    // Beyond this a skew is more likely misread than real on what is still to be split.
    private const double LargestDegrees = 6;

    private readonly double _scaleX;
    private readonly double _scaleY;
    private readonly PageGeometry _geometry;

    private readonly bool[] _isPaper;

    private SpreadView(GreyRaster grey, bool[] isPaper, PageGeometry geometry, double scaleX, double scaleY)
    {
        (Grey, _isPaper, _geometry, _scaleX, _scaleY) = (grey, isPaper, geometry, scaleX, scaleY);
        Ink = InkMap.Of(grey);
        Paper = Bounds();
    }

    public GreyRaster Grey { get; }

    public InkMap Ink { get; }

    /// <summary>Holds all that is paper and not the scanner's bed.</summary>
    public PixelRegion Paper { get; }

    public bool IsPaper(int x, int y) => _isPaper[y * Grey.Width + x];

    public static SpreadView Of(Image image)
    {
        var factor = Math.Max(1, (Math.Max(image.Width, image.Height) + LongestEdgePixels - 1) / LongestEdgePixels);
        using var small = image.Shrink(Math.Min(factor, image.Width), Math.Min(factor, image.Height))
            .Then(i => i.Colourspace(Enums.Interpretation.Bw));
        using var held = small.CopyMemory();
        var skew = SkewEstimator.Estimate(held).DegreesToTurn;
        var geometry = PageGeometry.Turned(held.Width, held.Height, Math.Abs(skew) <= LargestDegrees ? skew : 0);
        var mask = PaperMask.Of(new(held.Width, held.Height, held.WriteToMemory<byte>()));
        using var bedless = mask.Painted(held);
        using var straight = Straightened.Apply(bedless, geometry, "bilinear", background: null);
        using var paper = mask.ToImage();
        using var straightPaper = Straightened.Apply(paper, geometry, "bilinear", background: 0);
        return new(
            new(straight.Width, straight.Height, straight.WriteToMemory<byte>()),
            [.. straightPaper.WriteToMemory<byte>().Select(share => share > 250)],
            geometry,
            (double)image.Width / held.Width,
            (double)image.Height / held.Height);
    }

    /// <summary>A line on this view from its upper to its lower edge, as it crosses the image's upper and lower edge.</summary>
    public (double Top, double Bottom) LineOnImage(double xTop, double xBottom)
    {
        var (x0, y0) = OnImage(xTop, 0);
        var (x1, y1) = OnImage(xBottom, Grey.Height);
        var slope = (x1 - x0) / (y1 - y0);
        return (x0 - y0 * slope, x0 + (_geometry.MasterHeight * _scaleY - y0) * slope);
    }

    /// <summary>The smallest upright rectangle on the image that holds one of this view.</summary>
    public PixelRegion OnImage(PixelRegion region)
    {
        var corners = new[]
        {
            OnImage(region.Left, region.Top), OnImage(region.Left + region.Width, region.Top),
            OnImage(region.Left, region.Top + region.Height), OnImage(region.Left + region.Width, region.Top + region.Height),
        };
        var (left, top) = ((int)corners.Min(c => c.X), (int)corners.Min(c => c.Y));
        return new PixelRegion(left, top, (int)corners.Max(c => c.X) - left, (int)corners.Max(c => c.Y) - top)
            .Within((int)Math.Round(_geometry.MasterWidth * _scaleX), (int)Math.Round(_geometry.MasterHeight * _scaleY));
    }

    private PixelRegion Bounds()
    {
        int left = Grey.Width - 1, top = Grey.Height - 1, right = 0, bottom = 0;
        for (var i = 0; i < _isPaper.Length; i++)
        {
            if (_isPaper[i])
            {
                var (x, y) = (i % Grey.Width, i / Grey.Width);
                (left, right) = (Math.Min(left, x), Math.Max(right, x));
                (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
            }
        }

        return right > left && bottom > top
            ? new(left, top, right - left + 1, bottom - top + 1)
            : PixelRegion.Whole(Grey.Width, Grey.Height);
    }

    private (double X, double Y) OnImage(double x, double y)
    {
        var (smallX, smallY) = _geometry.ToMaster(x, y);
        return (smallX * _scaleX, smallY * _scaleY);
    }
}
