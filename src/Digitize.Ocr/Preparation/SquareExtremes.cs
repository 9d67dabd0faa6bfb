using System.Numerics;

namespace Digitize.Ocr.Preparation;

/// <summary>
/// The lightest or darkest pixel of the square around each one: grey-level dilation and erosion. Outside the page
/// nothing is light and nothing dark. A window comes from its two halves, so one of n pixels takes log₂ n
/// comparisons, many pixels at once.
/// </summary>
internal static class SquareExtremes
{
    internal static byte[] Lightest(byte[] pixels, int width, int height, int radius)
    {
        var (stride, window) = (width + (2 * radius), (2 * radius) + 1);
        var padded = new byte[stride * (height + (2 * radius))];
        for (var y = 0; y < height; y++)
        {
            pixels.AsSpan(y * width, width).CopyTo(padded.AsSpan(((y + radius) * stride) + radius));
        }

        LightestAhead(padded, window, 1);
        LightestAhead(padded, window, stride);
        var lightest = new byte[pixels.Length];
        for (var y = 0; y < height; y++)
        {
            padded.AsSpan(y * stride, width).CopyTo(lightest.AsSpan(y * width));
        }

        return lightest;
    }

    internal static byte[] Darkest(byte[] pixels, int width, int height, int radius)
    {
        var inverted = Inverted(pixels);
        var lightest = Lightest(inverted, width, height, radius);
        return Inverted(lightest);
    }

    private static byte[] Inverted(byte[] pixels)
    {
        var inverted = new byte[pixels.Length];
        for (var i = 0; i < pixels.Length; i++)
        {
            inverted[i] = (byte)~pixels[i];
        }

        return inverted;
    }

    // Afterwards a pixel holds the lightest of itself and the window - 1 that follow it, step by step.
    private static void LightestAhead(Span<byte> pixels, int window, int step)
    {
        for (var covered = 1; covered < window;)
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
