using Digitize.Core.Outcomes;
using Digitize.Core.Text;

namespace Digitize.Ocr.Evaluation;

/// <summary>Reads the image of one upright column, for measuring. Safe to call from many threads.</summary>
public interface ILineReader
{
    /// <summary>As the command line calls it.</summary>
    string Name { get; }

    /// <summary>What has to be installed first; null when it is ready.</summary>
    Reason? FindMissing();

    /// <summary>Characters from top to bottom, each with up to five candidates.</summary>
    Task<IReadOnlyList<Glyph>> ReadAsync(OcrImage line, CancellationToken ct);
}
