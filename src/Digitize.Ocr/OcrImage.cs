namespace Digitize.Ocr;

/// <summary>A page's pixels, 8-bit grey or 8-bit RGB, rows from the top.</summary>
public sealed class OcrImage
{
    /// <summary>Largest width and height: Tesseract keeps coordinates in 16 bits.</summary>
    public const int MaximumSide = short.MaxValue;

    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="bytesPerPixel">1 for grey, 3 for RGB.</param>
    /// <param name="stride">Bytes from one row to the next.</param>
    /// <param name="ppi">Pixels per inch of the original; null when unknown.</param>
    /// <param name="pixels">At least stride × (height − 1) + width × bytesPerPixel bytes.</param>
    /// <exception cref="ArgumentException">The figures contradict each other or are beyond the limits.</exception>
    public OcrImage(int width, int height, int bytesPerPixel, int stride, int? ppi, ReadOnlyMemory<byte> pixels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, MaximumSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, MaximumSide);
        if (bytesPerPixel is not (1 or 3))
        {
            throw new ArgumentOutOfRangeException(nameof(bytesPerPixel), bytesPerPixel, "1 (grey) or 3 (RGB).");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(stride, width * bytesPerPixel);
        if (pixels.Length < ((long)stride * (height - 1)) + (width * bytesPerPixel))
        {
            throw new ArgumentException("Fewer pixels than width, height and stride ask for.", nameof(pixels));
        }

        Width = width;
        Height = height;
        BytesPerPixel = bytesPerPixel;
        Stride = stride;
        Ppi = ppi;
        Pixels = pixels;
    }

    public int Width { get; }

    public int Height { get; }

    public int BytesPerPixel { get; }

    public int Stride { get; }

    public int? Ppi { get; }

    public ReadOnlyMemory<byte> Pixels { get; }

    /// <summary>Of RGB, green: the nearest to brightness.</summary>
    internal byte Grey(int x, int y) => Pixels.Span[(y * Stride) + (x * BytesPerPixel) + (BytesPerPixel / 3)];
}
