using System.Globalization;
using Digitize.Core.Outcomes;

namespace Digitize.Core.Inspection;

/// <summary>What a check is called, how its figures are written, and what a person is to do when it warns.</summary>
public static class CheckWords
{
    /// <summary>A short name, as a table heads it; the name itself for a check that has no words here.</summary>
    public static Reason Name(string check) => check switch
    {
        CheckNames.Ppi => new Reason("check-ppi"),
        CheckNames.Sharpness => new Reason("check-sharpness"),
        CheckNames.ClippedBlack => new Reason("check-clipped-black"),
        CheckNames.ClippedWhite => new Reason("check-clipped-white"),
        CheckNames.Noise => new Reason("check-noise"),
        CheckNames.UnevenLight => new Reason("check-uneven-light"),
        CheckNames.Blank => new Reason("check-blank"),
        CheckNames.ColourCast => new Reason("check-colour-cast"),
        CheckNames.Profile => new Reason("check-profile"),
        CheckNames.Compression => new Reason("check-compression"),
        CheckNames.BorderIntrusion => new Reason("check-border-intrusion"),
        CheckNames.Orientation => new Reason("check-orientation"),
        CheckNames.NearDuplicate => new Reason("check-near-duplicate"),
        CheckNames.Gap => new Reason("check-gap"),
        CheckNames.OddSize => new Reason("check-odd-size"),
        CheckNames.Opened => new Reason("check-opened"),
        _ => new Reason("check-other", check),
    };

    /// <summary>For a check of one page: what is wrong, and what to do.</summary>
    /// <param name="file">As people know the scan.</param>
    public static Reason ToDo(string check, string file) => check switch
    {
        CheckNames.Ppi => new Reason("todo-ppi", file),
        CheckNames.Sharpness => new Reason("todo-sharpness", file),
        CheckNames.ClippedBlack => new Reason("todo-clipped-black", file),
        CheckNames.ClippedWhite => new Reason("todo-clipped-white", file),
        CheckNames.Noise => new Reason("todo-noise", file),
        CheckNames.UnevenLight => new Reason("todo-uneven-light", file),
        CheckNames.Blank => new Reason("todo-blank", file),
        CheckNames.ColourCast => new Reason("todo-colour-cast", file),
        CheckNames.Profile => new Reason("todo-profile", file),
        CheckNames.Compression => new Reason("todo-compression", file),
        CheckNames.BorderIntrusion => new Reason("todo-border-intrusion", file),
        CheckNames.Orientation => new Reason("todo-orientation", file),
        _ => new Reason("todo-other", file, check),
    };

    /// <summary>A check's figure or threshold as people write it, with its unit; a dash when there is none.</summary>
    public static string Figure(string check, double? value, CultureInfo culture) =>
        value?.ToString(Format(check), culture) ?? "–";

    private static string Format(string check) => check switch
    {
        CheckNames.Ppi => "#,0 ppi",
        CheckNames.Sharpness => "0.00",
        CheckNames.ClippedBlack or CheckNames.ClippedWhite or CheckNames.UnevenLight => "0.0 %",
        CheckNames.NearDuplicate or CheckNames.OddSize => "0 %",
        CheckNames.Blank => "0.000 %",
        CheckNames.BorderIntrusion => "0.00 %",
        CheckNames.Noise or CheckNames.ColourCast => "0.0",
        CheckNames.Orientation => "0°",
        _ => "#,0",
    };
}
