namespace Digitize.Ocr.Preparation;

/// <summary>Unsharp masking, against blur: each pixel goes away from the mean of its surroundings.</summary>
internal static class Sharpening
{
    private const int Amount = 2;

    internal static GreyPage Of(GreyPage page)
    {
        var radius = page.PixelsIn(1.0 / 80);
        var mean = SquareMean.Smoothed(page.Pixels, page.Width, page.Height, radius);
        var sharp = new byte[mean.Length];
        for (var i = 0; i < sharp.Length; i++)
        {
            sharp[i] = (byte)Math.Clamp(page.Pixels[i] + (Amount * (page.Pixels[i] - mean[i])), 0, 255);
        }

        return page with { Pixels = sharp };
    }
}
