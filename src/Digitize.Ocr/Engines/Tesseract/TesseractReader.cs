using Digitize.Core.Text;
using Digitize.Ocr.Layout;

namespace Digitize.Ocr.Engines.Tesseract;

/// <summary>One Tesseract engine with its models loaded. For one thread at a time.</summary>
internal sealed class TesseractReader : IDisposable
{
    private const int LstmOnly = 1;

    private readonly TesseractHandle _api = TesseractNative.Create();

    /// <exception cref="InvalidOperationException">Tesseract cannot load the models.</exception>
    internal TesseractReader(TesseractModelSet models, string folder)
    {
        Models = models;
        // Given at the start, because a variable set later does not reach the second and further languages. With
        // Tesseract's own coefficient, 5, nearly every candidate's confidence is cut off at 0.
        if (TesseractNative.Initialize(
            _api, folder, models.Languages, LstmOnly, 0, 0, ["lstm_choice_mode", "lstm_rating_coefficient"],
            [models.Choices ? "2" : "0", "1"], 2, 0) != 0)
        {
            _api.Dispose();
            throw new InvalidOperationException($"Tesseract cannot load “{models.Languages}” from {folder}.");
        }
    }

    internal TesseractModelSet Models { get; }

    internal List<TextRegion> Read(
        PageArea area, PageSegmentation segmentation, OcrOptions options, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var image = area.Image;
        TesseractNative.SetSegmentation(_api, segmentation);
        TesseractNative.SetImage(
            _api, image.Pixels.Span, image.Width, image.Height, image.BytesPerPixel, image.Stride);
        if (image.Ppi is { } ppi)
        {
            TesseractNative.SetResolution(_api, ppi);
        }

        try
        {
            Recognize(ct);
            using var results = new TesseractResults(_api, area, options);
            return [.. results.Regions()];
        }
        finally
        {
            TesseractNative.Clear(_api);
        }
    }

    public void Dispose() => _api.Dispose();

    private void Recognize(CancellationToken ct)
    {
        using var monitor = new TesseractMonitor(ct);
        var failed = TesseractNative.Recognize(_api, monitor.Pointer) != 0;
        ct.ThrowIfCancellationRequested();
        if (failed)
        {
            throw new InvalidOperationException("Tesseract could not read the page.");
        }
    }
}

/// <param name="Languages">Tesseract's own notation, e.g. <c>vie+fra</c>.</param>
/// <param name="Choices">Whether further readings of each glyph are kept; that costs time.</param>
internal sealed record TesseractModelSet(string Languages, bool Choices)
{
    internal static TesseractModelSet Of(OcrOptions options) =>
        new(string.Join('+', options.Languages), options.Candidates > 0);
}
