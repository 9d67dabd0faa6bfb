namespace Digitize.Ocr.Preparation;

/// <summary>The mean of the square around each pixel, of what of it lies on the page; the time does not depend on its size.</summary>
internal static class SquareMean
{
    /// <summary>Two passes, which come near a Gaussian of a standard deviation of 0.8 × radius.</summary>
    internal static byte[] Smoothed(byte[] pixels, int width, int height, int radius) =>
        Of(Of(pixels, width, height, radius), width, height, radius);

    private static byte[] Of(byte[] pixels, int width, int height, int radius)
    {
        var means = new byte[pixels.Length];
        var columns = new int[width];
        var rows = 0;
        for (var y = -radius; y < height; y++)
        {
            if (y + radius < height)
            {
                Add(columns, pixels.AsSpan((y + radius) * width, width), 1);
                rows++;
            }

            if (y - radius - 1 >= 0)
            {
                Add(columns, pixels.AsSpan((y - radius - 1) * width, width), -1);
                rows--;
            }

            if (y >= 0)
            {
                MeansOfRow(columns, rows, radius, means.AsSpan(y * width, width));
            }
        }

        return means;
    }

    private static void Add(Span<int> columns, ReadOnlySpan<byte> row, int sign)
    {
        for (var x = 0; x < columns.Length; x++)
        {
            columns[x] += sign * row[x];
        }
    }

    private static void MeansOfRow(ReadOnlySpan<int> columns, int rows, int radius, Span<byte> means)
    {
        var (sum, count) = (0L, 0);
        for (var x = -radius; x < columns.Length; x++)
        {
            if (x + radius < columns.Length)
            {
                sum += columns[x + radius];
                count += rows;
            }

            if (x - radius - 1 >= 0)
            {
                sum -= columns[x - radius - 1];
                count -= rows;
            }

            if (x >= 0)
            {
                means[x] = (byte)(sum / count);
            }
        }
    }
}
