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
        Paper = Bounds(isPaper, grey.Width, grey.Height);
    }

    public GreyRaster Grey { get; }

    public InkMap Ink { get; }

    /// <summary>Holds all that is paper and not the scanner's bed.</summary>
    public PixelRegion Paper { get; }

    public bool IsPaper(int x, int y) => _isPaper[y * Grey.Width + x];

    /// <summary>1 where there is paper that <paramref name="isSuch"/>, else 0; row by row.</summary>
    public ushort[] Marked(Func<int, int, bool> isSuch)
    {
        var marked = new ushort[_isPaper.Length];
        for (var y = 0; y < Grey.Height; y++)
        {
            for (var x = 0; x < Grey.Width; x++)
            {
                marked[y * Grey.Width + x] = IsPaper(x, y) && isSuch(x, y) ? (ushort)1 : (ushort)0;
            }
        }

        return marked;
    }

    /// <returns>Null when the paper, however it is straightened, is narrower for its height.</returns>
    public static SpreadView? Of(Image image, double leastAspect)
    {
        var grey = GreyRaster.From(image, LongestEdgePixels);
        var mask = PaperMask.Of(grey);
        var isPaper = mask.SurePaper();
        if (IsNarrower(Bounds(isPaper, grey.Width, grey.Height), leastAspect))
        {
            return null;
        }

        using var small = Held(grey.Pixels, grey);
        var skew = SkewEstimator.Estimate(small).DegreesToTurn;
        var geometry = PageGeometry.Turned(grey.Width, grey.Height, Math.Abs(skew) <= LargestDegrees ? skew : 0);
        using var bedless = Held(mask.Painted(grey, isPaper), grey);
        using var straight = Straightened.Apply(bedless, geometry, "bilinear", background: null);
        using var paper = Held(Array.ConvertAll(isPaper, here => here ? byte.MaxValue : byte.MinValue), grey);
        using var straightPaper = Straightened.Apply(paper, geometry, "bilinear", background: 0);
        return new(
            new(straight.Width, straight.Height, straight.WriteToMemory<byte>()),
            Array.ConvertAll(straightPaper.WriteToMemory<byte>(), share => share > 250),
            geometry,
            (double)image.Width / grey.Width,
            (double)image.Height / grey.Height);
    }

    private static Image Held(byte[] pixels, GreyRaster size) =>
        Image.NewFromMemory(pixels, size.Width, size.Height, 1, Enums.BandFormat.Uchar);

    // Turned by t, a box w wide and h high holds nothing wider than w cos t + h sin t, and what reaches from its top
    // to its bottom stays at least h cos t - w sin t high.
    private static bool IsNarrower(PixelRegion paper, double leastAspect)
    {
        const double Rounding = 0.003;
        var tangent = Math.Tan(LargestDegrees * Math.PI / 180);
        return paper.Width < ((leastAspect - tangent) / (1 + leastAspect * tangent) - Rounding) * paper.Height;
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

    private static PixelRegion Bounds(bool[] isPaper, int width, int height)
    {
        int left = width - 1, top = height - 1, right = 0, bottom = 0;
        for (var y = 0; y < height; y++)
        {
            var row = isPaper.AsSpan(y * width, width);
            if (row.IndexOf(true) is >= 0 and var first)
            {
                (left, right) = (Math.Min(left, first), Math.Max(right, row.LastIndexOf(true)));
                (top, bottom) = (Math.Min(top, y), y);
            }
        }

        return right > left && bottom > top
            ? new(left, top, right - left + 1, bottom - top + 1)
            : PixelRegion.Whole(width, height);
    }

    private (double X, double Y) OnImage(double x, double y)
    {
        var (smallX, smallY) = _geometry.ToMaster(x, y);
        return (smallX * _scaleX, smallY * _scaleY);
    }
}
