using Digitize.Imaging;
using Digitize.Imaging.Probing;
using Digitize.Ocr;
using Digitize.Ocr.Evaluation;

namespace Digitize.Cli.Hosting;

/// <summary>One line of a set as an engine read it.</summary>
internal sealed record LineReading(LineTruth Truth, string Text, LineScores Raw, LineScores Folded)
{
    /// <exception cref="InvalidDataException">The image is refused; the message names it.</exception>
    public static async Task<LineReading> OfAsync(LineTruth truth, ILineReader reader, CancellationToken ct)
    {
        var probe = await ScanProbe.ProbeAsync(truth.Path, truth.Name, new ImageLimits(), ct);
        if (!probe.IsAccepted)
        {
            throw new InvalidDataException(probe.Reason.Text(Say.Culture));
        }

        using var image = await ScanImage.OpenAsync(truth.Path, probe.Header.MediaType, 0, ct);
        var pixels = new OcrImage(
            image.Width, image.Height, image.Bands, image.Width * image.Bands, null, image.WriteToMemory<byte>());
        var glyphs = await reader.ReadAsync(pixels, ct);
        return new LineReading(
            truth, string.Concat(glyphs.Select(glyph => glyph.Text)),
            LineScores.Of(truth.Text, glyphs, text => text), LineScores.Of(truth.Text, glyphs, VariantFolding.Fold));
    }
}
