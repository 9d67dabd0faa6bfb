using System.Globalization;
using Digitize.Core.Inspection;
using Digitize.Core.Outcomes;

namespace Digitize.Pipeline.Inspection;

/// <summary>Why a page waits for a person after it was looked at: every refusal with its figure and what was asked.</summary>
public static class RefusalReasons
{
    private static readonly Dictionary<string, (string Code, Func<double, string> Show)> Sentences = new()
    {
        [CheckNames.Ppi] = ("image-low-ppi", Whole),
        [CheckNames.Sharpness] = ("image-blurred", Hundredths),
        [CheckNames.ClippedBlack] = ("image-clipped-black", Percent),
        [CheckNames.ClippedWhite] = ("image-clipped-white", Percent),
        [CheckNames.Noise] = ("image-noisy", Tenths),
        [CheckNames.UnevenLight] = ("image-uneven-light", Percent),
        [CheckNames.Blank] = ("image-blank", Percent),
        [CheckNames.ColourCast] = ("image-colour-cast", Tenths),
        [CheckNames.Profile] = ("image-no-profile", Whole),
        [CheckNames.Compression] = ("image-compressed", Whole),
        [CheckNames.BorderIntrusion] = ("image-intrusion", Percent),
        [CheckNames.Orientation] = ("image-turned", Whole),
    };

    /// <param name="file">As the technician knows it.</param>
    /// <returns>The first refusal with the others behind it; null when nothing was refused.</returns>
    public static Reason? Of(string file, IEnumerable<InspectionCheck> checks) =>
        checks.Where(check => check.Verdict == CheckVerdict.Refuse).Reverse().Aggregate((Reason?)null, (others, check) =>
        {
            var (code, show) = Sentences[check.Name];
            return new Reason(code, file, show(check.Measured!.Value), show(check.Threshold!.Value)) { Cause = others };
        });

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    private static string Tenths(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Hundredths(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Percent(double value) => (value * 100).ToString("0.###", CultureInfo.InvariantCulture) + " %";
}
