using Digitize.Core.Text;
using Digitize.Formats.Records;

namespace Digitize.Formats.Export;

/// <summary>What a document's pages hold, read page by page: that of a whole book would not fit in memory.</summary>
/// <param name="ReadTextAsync">The page's standing text; null while it has not been read.</param>
/// <param name="ReadImageAsync">The page's access image; null when it has none.</param>
public sealed record DocumentContent(
    Func<PageRecord, CancellationToken, Task<TextPage?>> ReadTextAsync,
    Func<PageRecord, CancellationToken, Task<PageImage?>> ReadImageAsync);

/// <summary>A page's picture as one JPEG file.</summary>
/// <param name="Jpeg">Baseline, 8 bits, with its own tables.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Components">1 (grey) or 3 (sRGB).</param>
/// <param name="PixelsPerInch">Of the original; null when nobody knows.</param>
public sealed record PageImage(
    ReadOnlyMemory<byte> Jpeg, int Width, int Height, int Components, double? PixelsPerInch);
