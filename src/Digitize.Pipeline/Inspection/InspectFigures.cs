using System.Text.Json;
using Digitize.Core.Inspection;
using Digitize.Pipeline.Steps;

namespace Digitize.Pipeline.Inspection;

/// <summary>Reads back what the inspect step wrote into its run's row.</summary>
internal static class InspectFigures
{
    /// <summary>Null when nothing was measured: the scan could not be opened.</summary>
    public static MeasuredPage? Read(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Written>(json, FiguresJson.Options) is { Inspection: { } measured } written
                ? new MeasuredPage(
                    measured.Width, measured.Height, measured.Ppi, measured.FadgiStarsByResolution, measured.IsBlank,
                    string.IsNullOrEmpty(written.Fingerprint) ? null : written.Fingerprint, written.Checks ?? [])
                : null;
        }
        catch (JsonException)
        {
            // Figures of a version that wrote them otherwise: nothing known, and the page is counted so.
            return null;
        }
    }

    private sealed record Written(WrittenSize? Inspection, IReadOnlyList<InspectionCheck>? Checks, string? Fingerprint);

    private sealed record WrittenSize(int Width, int Height, double? Ppi, int? FadgiStarsByResolution, bool IsBlank);
}
