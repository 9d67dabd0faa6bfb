using Digitize.Core.Outcomes;
using Digitize.Core.Text;
using Digitize.Ocr.Engines.Tesseract;
using Digitize.Ocr.Layout;

namespace Digitize.Ocr.Evaluation;

/// <summary>Tesseract's vertical traditional Chinese, with the margin that it wants.</summary>
public sealed class TesseractLines(TesseractPool pool, TesseractModels models) : ILineReader
{
    private static readonly OcrOptions Options = new()
    {
        Languages = ["chi_tra_vert"], Mode = WritingMode.VerticalRl, Language = "lzh", Candidates = 5,
    };

    public string Name => "chi-tra-vert";

    public Reason? FindMissing() => models.FindMissing(Options.Languages);

    public async Task<IReadOnlyList<Glyph>> ReadAsync(OcrImage line, CancellationToken ct)
    {
        var column = PageArea.Column(line, new Box(0, 0, line.Width, line.Height));
        var regions = await pool.UseAsync(
            TesseractModelSet.Of(Options),
            reader => reader.Read(column, PageSegmentation.SingleVerticalBlock, Options, ct), ct);
        return [.. regions.SelectMany(region => region.Lines).SelectMany(read => read.Words).SelectMany(word => word.Glyphs)];
    }
}
