namespace Digitize.Imaging;

/// <summary>A rectangle of whole pixels.</summary>
/// <param name="Left">Pixels from the left edge of the image it lies on.</param>
/// <param name="Top">Pixels from its upper edge.</param>
public sealed record PixelRegion(int Left, int Top, int Width, int Height)
{
    public static PixelRegion Whole(int width, int height) => new(0, 0, width, height);

    /// <summary>What of it lies on an image of that size; at least one pixel.</summary>
    public PixelRegion Within(int width, int height)
    {
        var (left, top) = (Math.Clamp(Left, 0, width - 1), Math.Clamp(Top, 0, height - 1));
        return new(
            left,
            top,
            Math.Clamp(Left + Width - left, 1, width - left),
            Math.Clamp(Top + Height - top, 1, height - top));
    }

    /// <summary>
    /// The same pixels once the whole image has been turned clockwise by quarters.
    /// </summary>
    /// <param name="quarterTurns">Any whole number.</param>
    /// <param name="width">Of the image before it is turned.</param>
    /// <param name="height">Of the image before it is turned.</param>
    public PixelRegion Turned(int quarterTurns, int width, int height) => (quarterTurns & 3) switch
    {
        1 => new(height - Top - Height, Left, Height, Width),
        2 => new(width - Left - Width, height - Top - Height, Width, Height),
        3 => new(Top, width - Left - Width, Height, Width),
        _ => this,
    };
}
