using Digitize.Core.Outcomes;
using Digitize.Core.Text;
using Digitize.Ocr.Columns;
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
        var found = await Task.Run(() => LayoutFinder.Of(image), ct);
        if (model.IsInstalled)
        {
            var read = await Task.Run(() => OwnColumns(image, found, options, ct), ct);
            return ReadPage.Of(
                image, Regions(read), new TextProcessing(Name, Version, $"columns=own candidates={options.Candidates}"));
        }

        var vertical = options with { Languages = [StandIn], Mode = WritingMode.VerticalRl };
        var columns = await pool.UseAsync(
            TesseractModelSet.Of(vertical), reader => StandInColumns(reader, image, found, vertical, ct), ct);
        return ReadPage.Of(
            image, Regions(columns),
            TesseractEngine.Processing($"languages={StandIn} psm=5 columns=own candidates={options.Candidates}"));
    }

    /// <summary>Hán-Nôm in rows from left to right, as modern print has it; nothing without our own reader.</summary>
    internal async Task<TextPage> RecognizeRowsAsync(OcrImage image, OcrOptions options, CancellationToken ct)
    {
        var lines = model.IsInstalled ? await Task.Run(() => OwnRows(image, options, ct), ct) : [];
        return ReadPage.Of(
            image,
            lines.Count == 0
                ? []
                : [new TextRegion("", RegionKind.Body, Box.Around(lines.Select(line => line.Box)), WritingMode.HorizontalTb, lines)],
            new TextProcessing(Name, Version, $"rows=left-to-right candidates={options.Candidates}"));
    }

    private List<TextLine> OwnRows(OcrImage image, OcrOptions options, CancellationToken ct)
    {
        var lines = new List<TextLine>();
        foreach (var row in RowPicture.Of(image))
        {
            ct.ThrowIfCancellationRequested();
            var glyphs = model.Reader.Read(row.Image, row.Whole, options.Candidates)
                .Select(glyph => glyph with { Box = row.OnPage(glyph.Box) }).ToList();
            if (glyphs.Count > 0)
            {
                var box = Box.Around(glyphs.Select(glyph => glyph.Box));
                var word = new Word(
                    string.Concat(glyphs.Select(glyph => glyph.Text)), box, glyphs.Average(glyph => glyph.Confidence), glyphs);
                lines.Add(new TextLine(
                    "", box, [new Point(box.X, box.Bottom), new Point(box.Right, box.Bottom)], options.Language,
                    WritingMode.HorizontalTb, [word]));
            }
        }

        return lines;
    }

    /// <summary>A region for each run of lines of one kind, in reading order.</summary>
    private static List<TextRegion> Regions(List<(RegionKind Kind, TextLine Line)> columns)
    {
        var regions = new List<TextRegion>();
        foreach (var (kind, line) in columns)
        {
            if (regions.Count > 0 && regions[^1].Kind == kind)
            {
                List<TextLine> lines = [.. regions[^1].Lines, line];
                regions[^1] = regions[^1] with { Lines = lines, Box = Box.Around(lines.Select(one => one.Box)) };
            }
            else
            {
                regions.Add(new TextRegion("", kind, line.Box, WritingMode.VerticalRl, [line]));
            }
        }

        return regions;
    }

    private List<(RegionKind, TextLine)> OwnColumns(
        OcrImage image, LayoutFinder found, OcrOptions options, CancellationToken ct)
    {
        var lines = new List<(RegionKind, TextLine)>();
        foreach (var segment in found.Layout.Segments)
        {
            ct.ThrowIfCancellationRequested();
            var picture = ColumnPicture.Of(image, found, segment);
            var glyphs = model.Reader.Read(picture.Image, picture.Whole, options.Candidates)
                .Select(glyph => glyph with { Box = picture.OnPage(glyph.Box, image) }).ToList();
            if (glyphs.Count > 0)
            {
                lines.Add((KindOf(segment), Line(segment.Box, glyphs, options.Language)));
            }
        }

        return lines;
    }

    private static RegionKind KindOf(ColumnSegment segment) => segment.Kind switch
    {
        SegmentKind.Main => RegionKind.Body,
        SegmentKind.Furniture => RegionKind.Furniture,
        _ => RegionKind.Commentary,
    };

    private static TextLine Line(Box column, List<Glyph> glyphs, string language)
    {
        var box = Box.Around(glyphs.Select(glyph => glyph.Box));
        var axis = column.X + (column.Width / 2);
        var word = new Word(
            string.Concat(glyphs.Select(glyph => glyph.Text)), box, glyphs.Average(glyph => glyph.Confidence), glyphs);
        return new TextLine(
            "", box, [new Point(axis, box.Y), new Point(axis, box.Bottom)], language, WritingMode.VerticalRl, [word]);
    }

    private static List<(RegionKind, TextLine)> StandInColumns(
        TesseractReader reader, OcrImage image, LayoutFinder found, OcrOptions options, CancellationToken ct) =>
        [.. found.Layout.Segments.SelectMany(segment =>
            reader.Read(PageArea.Column(image, segment.Box), PageSegmentation.SingleVerticalBlock, options, ct)
                .SelectMany(region => region.Lines)
                .Select(line => (KindOf(segment), line)))];
}
