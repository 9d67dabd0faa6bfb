using Digitize.Core.Text;

namespace Digitize.Ocr.Engines;

/// <summary>Makes a text page of regions: ids in reading order, and who read it.</summary>
internal static class ReadPage
{
    internal static TextPage Of(OcrImage image, IReadOnlyList<TextRegion> regions, TextProcessing reader) =>
        new(image.Width, image.Height, [.. regions.Select(Numbered)], reader);

    private static TextRegion Numbered(TextRegion region, int index)
    {
        var id = $"r{index + 1}";
        return region with
        {
            Id = id,
            Lines = [.. region.Lines.Select((line, number) => line with { Id = $"{id}l{number + 1}" })],
        };
    }
}
