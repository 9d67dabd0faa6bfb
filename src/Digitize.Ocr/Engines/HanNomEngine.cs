using Digitize.Core.Outcomes;
using Digitize.Core.Text;
using Digitize.Ocr.Engines.Tesseract;
using Digitize.Ocr.Layout;

namespace Digitize.Ocr.Engines;

/// <summary>
/// Vertical Hán-Nôm. For now this is Tesseract's chi_tra_vert, a model of modern Chinese print, on columns we find
/// ourselves: it knows hardly any Nôm and reads woodblocks badly. Our own reader replaces it.
/// </summary>
public sealed class HanNomEngine(TesseractPool pool, TesseractModels models) : IOcrEngine
{
    private const string Model = "chi_tra_vert";

    public string Name => "han-nom";

    public string Version => TesseractEngine.InstalledVersion;

    public IReadOnlyList<string> Scripts { get; } = ["Hani"];

    public Reason? FindMissing(OcrOptions options) => models.FindMissing([Model]);

    /// <summary>The options' languages and mode are not asked: it reads columns from right to left.</summary>
    public async Task<TextPage> RecognizeAsync(OcrImage image, OcrOptions options, CancellationToken ct)
    {
        var vertical = options with { Languages = [Model], Mode = WritingMode.VerticalRl };
        var columns = await pool.UseAsync(
            TesseractModelSet.Of(vertical), reader => Columns(reader, image, vertical, ct), ct);
        var page = new TextRegion(
            "", RegionKind.Body, Box.Around(columns.Select(column => column.Box)), WritingMode.VerticalRl, columns);
        return TesseractPage.Of(
            image,
            columns.Count == 0 ? [] : [page],
            $"languages={Model} psm=5 columns=own candidates={options.Candidates}");
    }

    private static List<TextLine> Columns(
        TesseractReader reader, OcrImage image, OcrOptions options, CancellationToken ct) =>
        [.. ColumnFinder.Find(image)
            .Select(column => PageArea.Column(image, column))
            .SelectMany(column => reader.Read(column, PageSegmentation.SingleVerticalBlock, options, ct))
            .SelectMany(region => region.Lines)];
}
