using Digitize.Core.Outcomes;
using Digitize.Core.Text;
using Digitize.Ocr.Scripts;

namespace Digitize.Ocr.Engines;

/// <summary>
/// Sends each part of a page to the reader of its script: Latin to Tesseract, columns and rows of Hán-Nôm to our own. A page
/// of one script goes to its reader whole.
/// </summary>
public sealed class RoutedEngine(TesseractEngine latin, HanNomEngine hanNom) : IOcrEngine
{
    public string Name => "auto";

    public string Version => $"{latin.Version}+{hanNom.Version}";

    public IReadOnlyList<string> Scripts { get; } = ["Latn", "Hani"];

    public Reason? FindMissing(OcrOptions options) =>
        latin.FindMissing(Latin(options)) ?? hanNom.FindMissing(Han(options));

    /// <summary>The options' mode is not asked: the page tells. Where it tells nothing it is read as Latin.</summary>
    public async Task<TextPage> RecognizeAsync(OcrImage image, OcrOptions options, CancellationToken ct)
    {
        var found = await Task.Run(() => ScriptFinder.Of(image), ct);
        var scripts = found.Select(region => region.Script).Distinct().ToList();
        if (scripts is [] or [PageScript.Latin])
        {
            return await latin.RecognizeAsync(image, Latin(options), ct);
        }

        if (scripts is [PageScript.HanColumns])
        {
            return await hanNom.RecognizeAsync(image, Han(options), ct);
        }

        var regions = new List<TextRegion>();
        foreach (var region in RegionOrder.Of(found))
        {
            regions.AddRange(await ReadAsync(image, region, options, ct));
        }

        var parts = string.Join(' ', found.GroupBy(region => region.Script).Select(group => $"{group.Key}={group.Count()}"));
        return ReadPage.Of(
            image, regions, new TextProcessing(Name, Version, $"{parts} rows=left-to-right candidates={options.Candidates}"));
    }

    private async Task<IEnumerable<TextRegion>> ReadAsync(
        OcrImage image, ScriptRegion region, OcrOptions options, CancellationToken ct)
    {
        var part = PagePart.Of(image, region.Box);
        var page = region.Script switch
        {
            PageScript.Latin => await latin.RecognizeAsync(part.Image, Latin(options), ct),
            PageScript.HanRows => await hanNom.RecognizeRowsAsync(part.Image, Han(options), ct),
            _ => await hanNom.RecognizeAsync(part.Image, Han(options), ct),
        };
        return page.Regions.Select(part.OnPage);
    }

    private static OcrOptions Latin(OcrOptions options)
    {
        List<string> models = [.. options.Languages.Where(model => !model.StartsWith("chi_", StringComparison.Ordinal))];
        return options with
        {
            Languages = models.Count == 0 ? ["vie"] : models,
            Mode = WritingMode.HorizontalTb,
            Language = IsHan(options.Language) ? "vi" : options.Language,
        };
    }

    private static OcrOptions Han(OcrOptions options) => options with
    {
        Mode = WritingMode.VerticalRl,
        Language = IsHan(options.Language) ? options.Language : options.Language == "und" ? "und-Hani" : "vi-Hani",
    };

    private static bool IsHan(string language) =>
        language is "lzh" or "zh" || language.Contains("Han", StringComparison.Ordinal);
}
