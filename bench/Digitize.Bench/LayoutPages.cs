using Digitize.Core.Text;
using Digitize.Ocr;
using Digitize.Ocr.Engines;
using Digitize.Ocr.Engines.Tesseract;
using Digitize.Ocr.Layout;
using NetVips;

namespace Digitize.Bench;

/// <summary>
/// Layout on the made pages of one folder: from the true lines with noise, or read by Tesseract. Prints the measures of
/// books and newspapers.
/// </summary>
internal static class LayoutPages
{
    public static async Task MeasureAsync(string folder, bool read)
    {
        var options = new TesseractOptions();
        var models = new TesseractModels(options);
        using var pool = new TesseractPool(options, models);
        var engine = new TesseractEngine(pool, models);
        var labels = new LabelScores();
        var scores = new Dictionary<string, LayoutScores>();
        var files = Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).ToList();
        foreach (var (index, file) in files.Index())
        {
            var truth = LayoutTruth.Read(file);
            var image = Pixels(Path.ChangeExtension(file, ".png"));
            var regions = read
                ? (await engine.RecognizeAsync(image, Options(truth), CancellationToken.None)).Regions
                : LineEnds.Join(PageLayout.Of(NoisyReading.Of(truth, index), image));
            labels.Add(truth, regions);
            var kind = truth.Document.TrimEnd([.. "0123456789"]);
            foreach (var group in new[] { kind, "all" })
            {
                scores.TryAdd(group, new LayoutScores());
                scores[group].Add(truth, regions);
            }

            if (Environment.GetEnvironmentVariable("SHOW") is { } shown && file.Contains(shown, StringComparison.Ordinal))
            {
                Show(regions);
            }
        }

        foreach (var (group, score) in scores.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            score.Print($"{group}: {folder}, {(read ? "read by Tesseract" : "true lines with noise")}, {files.Count} pages in all");
        }

        labels.Print();
    }

    private static OcrOptions Options(LayoutTruth truth) => new()
    {
        Languages = [truth.Language == "fr" ? "fra" : "vie"],
        Language = truth.Language,
    };

    private static OcrImage Pixels(string file)
    {
        using var image = Image.NewFromFile(file);
        using var grey = image.Bands == 1 ? image.Copy() : image.Colourspace(Enums.Interpretation.Bw)[0];
        return new OcrImage(grey.Width, grey.Height, 1, grey.Width, 300, grey.WriteToMemory<byte>());
    }

    private static void Show(IReadOnlyList<TextRegion> regions)
    {
        foreach (var region in regions)
        {
            Console.WriteLine($"{region.Kind} {region.Box}");
            foreach (var line in region.Lines)
            {
                Console.WriteLine($"    {line.Text}");
            }
        }
    }
}
