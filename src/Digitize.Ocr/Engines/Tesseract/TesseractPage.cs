using Digitize.Core.Text;

namespace Digitize.Ocr.Engines.Tesseract;

/// <summary>Makes a text page of regions: ids in reading order, and who read it.</summary>
internal static class TesseractPage
{
    internal static TextPage Of(OcrImage image, IReadOnlyList<TextRegion> regions, string settings) =>
        Of(image, regions, "Tesseract", TesseractEngine.InstalledVersion, settings);

    internal static TextPage Of(
        OcrImage image, IReadOnlyList<TextRegion> regions, string software, string version, string settings) =>
        new(image.Width, image.Height, [.. regions.Select(Numbered)], new TextProcessing(software, version, settings));

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
