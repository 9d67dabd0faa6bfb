namespace Digitize.Ocr.Preparation;

/// <summary>A page made larger or smaller.</summary>
internal static class Resized
{
    internal static GreyPage Of(GreyPage page, double factor)
    {
        var width = Math.Clamp((int)Math.Round(page.Width * factor), 1, OcrImage.MaximumSide);
        var height = Math.Clamp((int)Math.Round(page.Height * factor), 1, OcrImage.MaximumSide);
        var across = CubicFilter.Over(page.Width, width);
        var rows = new float[page.Height * width];
        for (var y = 0; y < page.Height; y++)
        {
            AcrossRow(page.Pixels.AsSpan(y * page.Width, page.Width), across, rows.AsSpan(y * width, width));
        }

        var pixels = new byte[width * height];
        var sums = new float[width];
        var target = 0;
        foreach (var (first, weights) in CubicFilter.Over(page.Height, height))
        {
            Array.Clear(sums);
            for (var k = 0; k < weights.Length; k++)
            {
                Add(sums, rows.AsSpan((first + k) * width, width), weights[k]);
            }

            Round(sums, pixels.AsSpan(target++ * width, width));
        }

        return new GreyPage(width, height, page.Ppi is { } ppi ? (int)Math.Round(ppi * factor) : null, pixels);
    }

    private static void AcrossRow(ReadOnlySpan<byte> row, CubicFilter[] across, Span<float> target)
    {
        for (var x = 0; x < target.Length; x++)
        {
            var (first, weights) = across[x];
            var sum = 0f;
            for (var k = 0; k < weights.Length; k++)
            {
                sum += weights[k] * row[first + k];
            }

            target[x] = sum;
        }
    }

    private static void Add(Span<float> sums, ReadOnlySpan<float> row, float weight)
    {
        for (var x = 0; x < sums.Length; x++)
        {
            sums[x] += weight * row[x];
        }
    }

    private static void Round(ReadOnlySpan<float> sums, Span<byte> pixels)
    {
        for (var x = 0; x < pixels.Length; x++)
        {
            pixels[x] = (byte)Math.Clamp(sums[x] + 0.5f, 0f, 255f);
        }
    }
}
