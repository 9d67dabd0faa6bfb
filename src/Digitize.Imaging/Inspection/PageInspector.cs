using Digitize.Imaging.Probing;
using NetVips;

namespace Digitize.Imaging.Inspection;

/// <summary>Measures a page image as <see cref="ScanImage.OpenAsync"/> gives it.</summary>
public static class PageInspector
{
    /// <summary>One pass over the pixels, then sums over small copies and patches of it.</summary>
    /// <exception cref="OperationCanceledException">Cancelled between or within measurements.</exception>
    public static Task<InspectedPage> InspectAsync(Image image, CancellationToken ct) =>
        Task.Run(() => Inspect(image, ct), ct);

    private static InspectedPage Inspect(Image image, CancellationToken ct)
    {
        var survey = PageSurvey.Of(image, ct);
        var sheet = Sheet.Of(survey.Small);
        ct.ThrowIfCancellationRequested();
        var ink = InkMap.Of(survey.Small.Grey());
        var inkShare = InkShare.Of(ink);
        ct.ThrowIfCancellationRequested();
        var (black, white) = Clipping.Of(survey, sheet);
        var ppi = FrameHeader.PpiOf(image);
        var pixels = survey.Tones.Sum();
        var figures = new PageInspection(image.Width, image.Height, ppi, black, white,
            survey.Tones.Select((count, level) => (double)count * level).Sum() / pixels, inkShare, inkShare < InkShare.OfBlank)
        {
            PpiFrom = ppi is null ? null : PpiSource.File,
            IsColour = image.Bands == 3,
            IsBitonal = survey.Tones[0] + survey.Tones[255] == pixels,
            HasProfile = image.Contains("icc-profile-data"),
        };
        return new(
            figures.IsBitonal ? figures : WithTones(figures, survey, sheet),
            figures.IsBlank ? null : Fingerprint.Of(ink, sheet));
    }

    private static PageInspection WithTones(PageInspection figures, PageSurvey survey, Sheet? sheet) => figures with
    {
        EdgeSharpness = EdgeSharpness.Of(survey.Patches),
        Noise = PaperNoise.Of(survey.Patches, (int)((sheet?.PaperLevel ?? figures.MeanLuminance) * 0.75)),
        LightFallOff = sheet is null ? null : LightSurface.FallOff(sheet),
        ColourCast = sheet is null || !figures.IsColour ? null : PaperCast.Of(sheet),
        IntrusionShare = sheet is null ? null : BorderIntrusion.Share(sheet, figures.IsColour),
    };
}
