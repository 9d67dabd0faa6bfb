using System.Runtime.InteropServices;
using Digitize.Core.Outcomes;
using Digitize.Core.Text;
using Digitize.Ocr.Confidence;
using Digitize.Ocr.Engines.Tesseract;
using Digitize.Ocr.Languages;
using Digitize.Ocr.Layout;
using Digitize.Ocr.Preparation;
using Digitize.Ocr.Text;

namespace Digitize.Ocr.Engines;

/// <summary>Tesseract 5 with its own layout analysis, for print in any language it has a model for.</summary>
public sealed class TesseractEngine(TesseractPool pool, TesseractModels models) : IOcrEngine
{
    public string Name => "tesseract";

    public string Version => InstalledVersion;

    public IReadOnlyList<string> Scripts { get; } = ["Latn", "Hani"];

    internal static string InstalledVersion =>
        TesseractLibrary.IsInstalled ? Marshal.PtrToStringUTF8(TesseractNative.Version()) ?? "" : "";

    public Reason? FindMissing(OcrOptions options) => models.FindMissing(options.IsAuto ? AutoLanguages.Models : options.Languages);

    public async Task<TextPage> RecognizeAsync(OcrImage image, OcrOptions options, CancellationToken ct)
    {
        var page = await AutoLanguages.ReadAsync(options, chosen => ReadAsync(image, chosen, ct));
        return options.RawConfidence || options.Mode == WritingMode.VerticalRl ? page : WordConfidence.Fitted.Calibrate(page);
    }

    private async Task<TextPage> ReadAsync(OcrImage image, OcrOptions options, CancellationToken ct)
    {
        var set = TesseractModelSet.Of(options);
        var reading = await pool.UseAsync(set, reader => Read(reader, image, options, ct), ct);
        return ReadPage.Of(image, Understood(reading.Regions, image, options), Processing(
            $"languages={set.Languages} psm=3 candidates={options.Candidates} prepared={reading.Preparation}"));
    }

    /// <summary>Laid out, then each line's language told; how a word is broken at a line's end depends on both.</summary>
    private static IReadOnlyList<TextRegion> Understood(IReadOnlyList<TextRegion> regions, OcrImage image, OcrOptions options)
    {
        var laidOut = PageLayout.Of(regions, image);
        return options.Mode == WritingMode.VerticalRl
            ? laidOut
            : WordSuggestions.Add(LineEnds.Join(LineLanguages.Mark(laidOut, options.Language)));
    }

    private static Reading Read(TesseractReader reader, OcrImage image, OcrOptions options, CancellationToken ct)
    {
        // The remedies were measured on print in horizontal lines only.
        return options.Prepare == PagePreparation.None || options.Mode == WritingMode.VerticalRl
            ? new Reading("none", Pixels(image))
            : PreparedReading.Of(image, Pixels, ct);

        List<TextRegion> Pixels(OcrImage pixels) => reader.Read(PageArea.Whole(pixels), PageSegmentation.Auto, options, ct);
    }

    internal static TextProcessing Processing(string settings) => new("Tesseract", InstalledVersion, settings);
}
