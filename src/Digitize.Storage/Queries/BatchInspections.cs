using Digitize.Core.Outcomes;
using Digitize.Core.Rows;

namespace Digitize.Storage.Queries;

/// <summary>What the rows say of one batch's scans at one moment: every file, every page, and how inspect ended on it.</summary>
/// <param name="Documents">With the recipe that was pinned on each, without their pages.</param>
public sealed record BatchInspections(
    Batch Batch, IReadOnlyList<Document> Documents, IReadOnlyList<ScannedFile> Files, IReadOnlyList<ScannedPage> Pages);

/// <param name="DocumentId">Null for a file that belongs to none, such as a description.</param>
public sealed record ScannedFile(
    Guid Id, Guid? DocumentId, string RelativePath, FileState State, Reason? Reason, int Frames, DateTime SeenAt);

/// <param name="Inspected">How inspect last ended; null while it has not.</param>
public sealed record ScannedPage(Guid Id, Guid DocumentId, Guid FileId, int Frame, int Sequence, InspectedRun? Inspected);

/// <param name="Figures">A JSON object; null when the scan could not be opened.</param>
public sealed record InspectedRun(Guid PageId, RunState State, Reason? Reason, string? Figures);
