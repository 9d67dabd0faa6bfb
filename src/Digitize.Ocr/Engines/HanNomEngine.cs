using Digitize.Core.Outcomes;
using Digitize.Core.Text;
using Digitize.Ocr.Engines.Tesseract;
using Digitize.Ocr.HanNom;
using Digitize.Ocr.Layout;

namespace Digitize.Ocr.Engines;

/// <summary>
/// Vertical Hán-Nôm, column by column, by the reader that we trained; where its files are not installed, by Tesseract's
/// chi_tra_vert, a model of modern Chinese print that knows hardly any Nôm and reads woodblocks badly.
/// </summary>
public sealed class HanNomEngine(HanNomModel model, TesseractPool pool, TesseractModels models) : IOcrEngine
{
    private const string StandIn = "chi_tra_vert";

    public string Name => "han-nom";

    public string Version => model.IsInstalled ? model.Version : TesseractEngine.InstalledVersion;

    public IReadOnlyList<string> Scripts { get; } = ["Hani"];

    public Reason? FindMissing(OcrOptions options) => model.IsInstalled ? null : models.FindMissing([StandIn]);

    /// <summary>The options' languages and mode are not asked: it reads columns from right to left.</summary>
    public async Task<TextPage> RecognizeAsync(OcrImage image, OcrOptions options, CancellationToken ct)
    {
        if (model.IsInstalled)
        {
            var read = await Task.Run(() => OwnColumns(image, options, ct), ct);
            return ReadPage.Of(
                image, Regions(read), new TextProcessing(Name, Version, $"columns=own candidates={options.Candidates}"));
        }

        var vertical = options with { Languages = [StandIn], Mode = WritingMode.VerticalRl };
        var columns = await pool.UseAsync(
            TesseractModelSet.Of(vertical), reader => StandInColumns(reader, image, vertical, ct), ct);
        return ReadPage.Of(
            image, Regions(columns),
            TesseractEngine.Processing($"languages={StandIn} psm=5 columns=own candidates={options.Candidates}"));
    }

    private static IReadOnlyList<TextRegion> Regions(List<TextLine> columns) =>
        columns.Count == 0
            ? []
            : [new TextRegion(
                "", RegionKind.Body, Box.Around(columns.Select(column => column.Box)), WritingMode.VerticalRl, columns)];

    private List<TextLine> OwnColumns(OcrImage image, OcrOptions options, CancellationToken ct)
    {
        var lines = new List<TextLine>();
        foreach (var column in ColumnFinder.Find(image))
        {
            ct.ThrowIfCancellationRequested();
            var glyphs = model.Reader.Read(image, column, options.Candidates);
            if (glyphs.Count > 0)
            {
                lines.Add(Line(column, glyphs, options.Language));
            }
        }

        return lines;
    }

    private static TextLine Line(Box column, List<Glyph> glyphs, string language)
    {
        var box = Box.Around(glyphs.Select(glyph => glyph.Box));
        var axis = column.X + (column.Width / 2);
        var word = new Word(
            string.Concat(glyphs.Select(glyph => glyph.Text)), box, glyphs.Average(glyph => glyph.Confidence), glyphs);
        return new TextLine(
            "", box, [new Point(axis, box.Y), new Point(axis, box.Bottom)], language, WritingMode.VerticalRl, [word]);
    }

    private static List<TextLine> StandInColumns(
        TesseractReader reader, OcrImage image, OcrOptions options, CancellationToken ct) =>
        [.. ColumnFinder.Find(image)
            .Select(column => PageArea.Column(image, column))
            .SelectMany(column => reader.Read(column, PageSegmentation.SingleVerticalBlock, options, ct))
            .SelectMany(region => region.Lines)];
}
