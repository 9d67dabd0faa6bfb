using System.Runtime.InteropServices;
using Digitize.Core.Outcomes;
using Digitize.Core.Text;
using Digitize.Ocr.Engines.Tesseract;
using Digitize.Ocr.Layout;
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

    public Reason? FindMissing(OcrOptions options) => models.FindMissing(options.Languages);

    public async Task<TextPage> RecognizeAsync(OcrImage image, OcrOptions options, CancellationToken ct)
    {
        var set = TesseractModelSet.Of(options);
        var regions = await pool.UseAsync(
            set, reader => reader.Read(PageArea.Whole(image), PageSegmentation.Auto, options, ct), ct);
        return ReadPage.Of(
            image, WordSuggestions.Add(PageLayout.Of(regions, image)),
            Processing($"languages={set.Languages} psm=3 candidates={options.Candidates}"));
    }

    internal static TextProcessing Processing(string settings) => new("Tesseract", InstalledVersion, settings);
}
