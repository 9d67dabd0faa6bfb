using System.Numerics;

namespace Digitize.Imaging;

/// <summary>
/// Grey-level closing by a square: what is darker and narrower than the square is filled with the paper around it.
/// The lightest of a window comes from the lightest of its two halves, so a window of n pixels takes log₂ n
/// comparisons, many pixels at once.
/// </summary>
internal static class Closing
{
    public static GreyRaster Of(GreyRaster grey, int radius)
    {
        // Outside the page nothing is light, and when what is dark is widened again, nothing is dark.
        var pixels = Lightest(grey.Pixels, grey.Width, grey.Height, radius);
        Invert(pixels);
        pixels = Lightest(pixels, grey.Width, grey.Height, radius);
        Invert(pixels);
        return grey with { Pixels = pixels };
    }

    private static void Invert(Span<byte> pixels)
    {
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)~pixels[i];
        }
    }

    // Each pixel becomes the lightest of the square around it.
    private static byte[] Lightest(byte[] pixels, int width, int height, int radius)
    {
        var (stride, window) = (width + 2 * radius, 2 * radius + 1);
        var padded = new byte[stride * (height + 2 * radius)];
        for (var y = 0; y < height; y++)
        {
            pixels.AsSpan(y * width, width).CopyTo(padded.AsSpan((y + radius) * stride + radius));
        }

        LightestOfWindow(padded, window, 1);
        LightestOfWindow(padded, window, stride);
        var lightest = new byte[pixels.Length];
        for (var y = 0; y < height; y++)
        {
            padded.AsSpan(y * stride, width).CopyTo(lightest.AsSpan(y * width));
        }

        return lightest;
    }

    // Afterwards a pixel holds the lightest of itself and the window - 1 that follow it, step by step.
    private static void LightestOfWindow(Span<byte> pixels, int window, int step)
    {
        var covered = 1;
        while (covered < window)
        {
            var ahead = Math.Min(covered, window - covered);
            LightestOfTwo(pixels, ahead * step);
            covered += ahead;
        }
    }

    private static void LightestOfTwo(Span<byte> pixels, int ahead)
    {
        var (i, end) = (0, pixels.Length - ahead);
        for (; i + Vector<byte>.Count <= end; i += Vector<byte>.Count)
        {
            Vector.Max(new Vector<byte>(pixels[i..]), new Vector<byte>(pixels[(i + ahead)..])).CopyTo(pixels[i..]);
        }

        for (; i < end; i++)
        {
            pixels[i] = Math.Max(pixels[i], pixels[i + ahead]);
        }
    }
}
