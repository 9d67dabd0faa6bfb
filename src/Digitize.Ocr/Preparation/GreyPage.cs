namespace Digitize.Ocr.Preparation;

/// <summary>A page's brightness in memory, rows from the top without padding between them.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Ppi">Pixels per inch of the original; null when unknown.</param>
/// <param name="Pixels">Width × height, 0 black to 255 white.</param>
internal sealed record GreyPage(int Width, int Height, int? Ppi, byte[] Pixels)
{
    /// <summary>Of colours, 30 % red, 59 % green and 11 % blue (ITU-R BT.601).</summary>
    internal static GreyPage Of(OcrImage image)
    {
        var grey = new byte[image.Width * image.Height];
        for (var y = 0; y < image.Height; y++)
        {
            var row = image.Pixels.Span.Slice(y * image.Stride, image.Width * image.BytesPerPixel);
            var target = grey.AsSpan(y * image.Width, image.Width);
            if (image.BytesPerPixel == 1)
            {
                row.CopyTo(target);
                continue;
            }

            for (var x = 0; x < target.Length; x++)
            {
                target[x] = (byte)(((77 * row[3 * x]) + (151 * row[(3 * x) + 1]) + (28 * row[(3 * x) + 2])) >> 8);
            }
        }

        return new GreyPage(image.Width, image.Height, image.Ppi, grey);
    }

    /// <summary>A length on the original in pixels, at least one; of an unknown resolution, as at 300 ppi.</summary>
    internal int PixelsIn(double inches) => Math.Max(1, (int)Math.Round((Ppi ?? 300) * inches));

    internal OcrImage ToImage() => new(Width, Height, 1, Width, Ppi, Pixels);
}
