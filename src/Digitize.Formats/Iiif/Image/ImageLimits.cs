namespace Digitize.Formats.Iiif.Image;

/// <summary>The largest image made on request; stated in <c>info.json</c>, refused beyond before any work.</summary>
/// <param name="MaxWidth">Pixels.</param>
/// <param name="MaxHeight">Pixels.</param>
/// <param name="MaxArea">Pixels.</param>
public sealed record ImageLimits(int MaxWidth, int MaxHeight, long MaxArea)
{
    /// <summary>A 600 ppi scan of an A3 sheet fits.</summary>
    public static ImageLimits Default { get; } = new(10_000, 10_000, 72_000_000);

    public bool Admit(int width, int height) =>
        width <= MaxWidth && height <= MaxHeight && (long)width * height <= MaxArea;
}
