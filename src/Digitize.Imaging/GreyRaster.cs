using NetVips;

namespace Digitize.Imaging;

/// <summary>A small grey copy of an image in memory, for measuring.</summary>
/// <param name="Pixels">Row by row, 0 black to 255 white.</param>
internal sealed record GreyRaster(int Width, int Height, byte[] Pixels)
{
    /// <summary>Reduced by a whole number in both directions, so that angles stay, until no edge is longer.</summary>
    /// <param name="image">8-bit grey or sRGB.</param>
    public static GreyRaster From(Image image, int longestEdge)
    {
        var factor = Math.Max(1, (Math.Max(image.Width, image.Height) + longestEdge - 1) / longestEdge);
        var (across, down) = (Math.Min(factor, image.Width), Math.Min(factor, image.Height));
        using var grey = image.Shrink(across, down).Then(i => i.Colourspace(Enums.Interpretation.Bw));
        return new(grey.Width, grey.Height, grey.WriteToMemory<byte>());
    }
}
