using Digitize.Core.Outcomes;
using Digitize.Core.Text;

namespace Digitize.Ocr;

/// <summary>Reads the text of one page image. Safe to call from many threads.</summary>
public interface IOcrEngine
{
    /// <summary>What a recipe calls it, e.g. <c>tesseract</c>.</summary>
    string Name { get; }

    /// <summary>Version of the software that reads; written into the text's processing record.</summary>
    string Version { get; }

    /// <summary>ISO 15924 codes of the scripts it reads, e.g. <c>Latn</c>, <c>Hani</c>.</summary>
    IReadOnlyList<string> Scripts { get; }

    /// <summary>What has to be installed before it can read with these options; null when it is ready.</summary>
    Reason? FindMissing(OcrOptions options);

    /// <summary>
    /// The page's text in reading order, in pixels of <paramref name="image"/>; no regions when it holds no text.
    /// The image's pixels must not change until the task has ended.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; noticed at the next line of text.</exception>
    /// <exception cref="InvalidOperationException">Something is missing or the engine failed.</exception>
    Task<TextPage> RecognizeAsync(OcrImage image, OcrOptions options, CancellationToken ct);
}
