using Digitize.Core.Inspection;
using Digitize.Core.Outcomes;
using Digitize.Core.Rows;

namespace Digitize.Pipeline.Inspection;

/// <summary>One document of a batch as its report sees it.</summary>
/// <param name="Options">Of the inspect step in the recipe that is pinned on it; null when the recipe inspects nothing.</param>
/// <param name="Naming">How the recipe reads file names; null when it does not.</param>
/// <param name="Files">Every scan that was dropped for it, taken or not; paths below the batch folder.</param>
public sealed record BatchDocument(
    Guid Id,
    string Shelfmark,
    InspectOptions? Options,
    string? Naming,
    IReadOnlyList<string> Files,
    IReadOnlyList<BatchPage> Pages);

/// <param name="Sequence">Position in the document, from 1.</param>
/// <param name="File">Path below the batch folder.</param>
/// <param name="Frame">Which image of the file, from 0.</param>
/// <param name="Frames">Images in the file.</param>
/// <param name="End">How inspect ended; null while it has not.</param>
/// <param name="Reason">Why it waits for a person or was set aside.</param>
/// <param name="Measured">Null when inspect has not ended, or could not open the scan.</param>
public sealed record BatchPage(
    Guid Id, int Sequence, string File, int Frame, int Frames, RunState? End, Reason? Reason, MeasuredPage? Measured)
{
    /// <summary>The file, and which image of it where it holds several: <c>thu.pdf #3</c>.</summary>
    public string Label => Frames > 1 ? $"{File} #{Frame + 1}" : File;
}

/// <summary>What inspect measured on a page, as far as a report needs it.</summary>
/// <param name="Width">Pixels of the scan.</param>
/// <param name="Height">Pixels of the scan.</param>
/// <param name="Ppi">Null when neither file nor batch tells it.</param>
/// <param name="FadgiStars">0 to 4 by resolution only; null when the resolution is not known.</param>
/// <param name="Fingerprint">Lower-case hex; null when there is none.</param>
public sealed record MeasuredPage(
    int Width,
    int Height,
    double? Ppi,
    int? FadgiStars,
    bool IsBlank,
    string? Fingerprint,
    IReadOnlyList<InspectionCheck> Checks);
