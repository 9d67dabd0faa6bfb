using Digitize.Core.Outcomes;
using Digitize.Core.Text;
using Digitize.Ocr.HanNom;

namespace Digitize.Ocr.Evaluation;

/// <summary>Our own reader.</summary>
public sealed class HanNomLines(HanNomModel model) : ILineReader
{
    public string Name => "han-nom";

    public Reason? FindMissing() => model.FindMissing();

    public Task<IReadOnlyList<Glyph>> ReadAsync(OcrImage line, CancellationToken ct) => Task.Run<IReadOnlyList<Glyph>>(
        () => model.Reader.Read(line, new Box(0, 0, line.Width, line.Height), ColumnReader.Candidates), ct);
}
