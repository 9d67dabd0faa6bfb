namespace Digitize.Ocr.Preparation;

/// <summary>
/// Makes the paper even: stains, shadows and tone go, ink keeps its share of the paper's brightness. The paper under
/// the ink is what a closing leaves of the page (everything dark and narrower than a fifth of an inch is filled with
/// what lies around it), and the page is divided by it.
/// </summary>
internal static class PaperBackground
{
    /// <summary>The paper changes slowly, so it is looked for on a page reduced to this.</summary>
    private const double ReducedPpi = 75;

    /// <summary>Of the closing's square on the reduced page: 15 of its pixels are wider than the strokes of letters.</summary>
    private const int Radius = 7;

    internal static GreyPage Removed(GreyPage page)
    {
        var size = page.PixelsIn(1.0 / ReducedPpi);
        var (width, height) = (Cells(page.Width, size), Cells(page.Height, size));
        var paper = Reduced(page, width, height, size);
        paper = SquareExtremes.Lightest(paper, width, height, Radius);
        paper = SquareExtremes.Darkest(paper, width, height, Radius);
        // The closing leaves corners that would show as edges.
        paper = SquareMean.Smoothed(paper, width, height, Radius);
        return page with { Pixels = Divided(page, paper, width, size) };
    }

    private static int Cells(int pixels, int size) => (pixels + size - 1) / size;

    /// <summary>The mean of each cell; those at the right and lower edge may be smaller.</summary>
    private static byte[] Reduced(GreyPage page, int width, int height, int size)
    {
        var reduced = new byte[width * height];
        var sums = new int[width];
        for (var y = 0; y < height; y++)
        {
            Array.Clear(sums);
            var bottom = Math.Min((y + 1) * size, page.Height);
            for (var from = y * size; from < bottom; from++)
            {
                var row = page.Pixels.AsSpan(from * page.Width, page.Width);
                for (var x = 0; x < row.Length; x++)
                {
                    sums[x / size] += row[x];
                }
            }

            for (var x = 0; x < width; x++)
            {
                var across = Math.Min(size, page.Width - (x * size));
                reduced[(y * width) + x] = (byte)(sums[x] / (across * (bottom - (y * size))));
            }
        }

        return reduced;
    }

    private static byte[] Divided(GreyPage page, byte[] paper, int cells, int size)
    {
        var even = new byte[page.Pixels.Length];
        var scale = new float[cells];
        var rows = paper.Length / cells;
        for (var y = 0; y < page.Height; y++)
        {
            var (above, below, share) = Between(y, rows, size);
            for (var x = 0; x < cells; x++)
            {
                var light = paper[(above * cells) + x] + (share * (paper[(below * cells) + x] - paper[(above * cells) + x]));
                scale[x] = 255f / Math.Max(light, 1f);
            }

            var row = page.Pixels.AsSpan(y * page.Width, page.Width);
            var target = even.AsSpan(y * page.Width, page.Width);
            for (var x = 0; x < row.Length; x++)
            {
                var (left, right, along) = Between(x, cells, size);
                target[x] = (byte)Math.Min(255f, row[x] * (scale[left] + (along * (scale[right] - scale[left]))));
            }
        }

        return even;
    }

    /// <summary>The two cells whose centres lie on either side of a pixel, and how far it is from the first to the second.</summary>
    private static (int First, int Second, float Share) Between(int pixel, int cells, int size)
    {
        var place = ((pixel + 0.5f) / size) - 0.5f;
        var first = Math.Clamp((int)MathF.Floor(place), 0, cells - 1);
        return (first, Math.Min(first + 1, cells - 1), Math.Clamp(place - first, 0f, 1f));
    }
}
