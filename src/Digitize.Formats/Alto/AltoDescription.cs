using Digitize.Formats.Records;

namespace Digitize.Formats.Alto;

/// <summary>What ALTO says of a page beside its text.</summary>
/// <param name="PageId">Any text; it becomes the page's XML id.</param>
/// <param name="Sequence">Position in the document, from 1.</param>
/// <param name="Label">The number printed on the page.</param>
/// <param name="FileName">Of the source image.</param>
/// <param name="DocumentId">Of the document that the page belongs to.</param>
/// <param name="Events">What was done to the page; those that made or changed its image or text are written.</param>
public sealed record AltoDescription(
    string PageId,
    int Sequence,
    string? Label = null,
    string? FileName = null,
    string? DocumentId = null,
    IReadOnlyList<PreservationEvent>? Events = null);
