using Digitize.Imaging;
using Digitize.Imaging.Probing;
using Digitize.Ocr;
using Digitize.Ocr.Evaluation;
using Digitize.Pipeline.Recipes;
using Digitize.Pipeline.Steps;

namespace Digitize.Cli.Hosting;

/// <summary>Reads image files as a recipe's ocr step does an upright, straight page.</summary>
/// <param name="raw">Words keep the engine's own confidence.</param>
internal sealed class RecipeReading(OcrEngines engines, Recipe recipe, OcrStepOptions ocr, bool raw)
{
    public OcrOptions Options { get; } = OcrStep.Request(recipe, ocr, recipe.For.Language) with { RawConfidence = raw };

    /// <exception cref="InvalidDataException">The image is refused; the message names it.</exception>
    public async Task<PageEvaluation> ReadAsync(PageTruth truth, CancellationToken ct)
    {
        var probe = await ScanProbe.ProbeAsync(truth.ImagePath, truth.ImagePath, ImageLimits.Default, ct);
        if (!probe.IsAccepted)
        {
            throw new InvalidDataException(probe.Reason.Text(Say.Culture));
        }

        try
        {
            using var image = await ScanImage.OpenAsync(truth.ImagePath, probe.Header.MediaType, 0, ct);
            var page = await engines.Find(ocr.Engine).RecognizeAsync(OcrStep.Pixels(image, probe.Header.Frames[0].Ppi), Options, ct);
            return new PageEvaluation(truth, string.Join('\n', page.Lines.Select(line => line.Text)), page);
        }
        catch (BrokenImageException broken)
        {
            throw new InvalidDataException(broken.ReasonFor(truth.ImagePath).Text(Say.Culture), broken);
        }
    }
}
