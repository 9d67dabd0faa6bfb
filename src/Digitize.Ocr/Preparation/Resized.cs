using Digitize.Ocr.HanNom;

namespace Digitize.Ocr.Preparation;

/// <summary>A page made larger or smaller by a triangle filter.</summary>
internal static class Resized
{
    internal static GreyPage Of(GreyPage page, double factor)
    {
        var width = Math.Clamp((int)Math.Round(page.Width * factor), 1, OcrImage.MaximumSide);
        var height = Math.Clamp((int)Math.Round(page.Height * factor), 1, OcrImage.MaximumSide);
        var across = TriangleFilter.Over(page.Width, 0, page.Width, width);
        var down = TriangleFilter.Over(page.Height, 0, page.Height, height);
        var narrow = new float[page.Height * width];
        var row = new float[page.Width];
        for (var y = 0; y < page.Height; y++)
        {
            for (var x = 0; x < row.Length; x++)
            {
                row[x] = page.Pixels[(y * page.Width) + x];
            }

            for (var x = 0; x < width; x++)
            {
                narrow[(y * width) + x] = across[x].Sum(row, 0, 1);
            }
        }

        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                pixels[(y * width) + x] = (byte)(down[y].Sum(narrow, x, width) + 0.5f);
            }
        }

        return new GreyPage(width, height, page.Ppi is { } ppi ? (int)Math.Round(ppi * factor) : null, pixels);
    }
}
