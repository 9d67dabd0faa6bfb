using Digitize.Core.Outcomes;
using Digitize.Core.Rows;

namespace Digitize.Storage.Queries;

/// <summary>Where a batch stands, counted from the rows at one moment.</summary>
/// <param name="ExpectedPages">Null when nothing was promised.</param>
/// <param name="OldestWait">Since when the step that has waited longest has been due; null when none waits.</param>
/// <param name="Packaged">Documents that have their packages.</param>
/// <param name="Published">Documents that readers reach.</param>
public sealed record BatchProgress(
    Guid Id,
    string Name,
    string Folder,
    BatchState State,
    Reason? Reason,
    string? RecipeName,
    int? ExpectedPages,
    DateTime SeenAt,
    DateTime? TakenAt,
    FileCounts Files,
    PageCounts Pages,
    int Documents,
    int Packaged,
    int Published,
    int BlockedDocuments,
    DateTime? OldestWait)
{
    /// <summary>The line has nothing left to do by itself; a person may have.</summary>
    public bool IsAtRest => State is BatchState.Taken && Files.Seen == 0 && Pages.Ended + Pages.Blocked == Pages.Total
        && Packaged + BlockedDocuments >= Documents;

    /// <summary>A person has to do something before all of it can go on.</summary>
    public bool NeedsPerson => State is BatchState.Held || Reason is not null || Pages.Blocked > 0 || BlockedDocuments > 0;
}

/// <summary>Files by their state; their sum is every file that was ever seen in the batch.</summary>
public sealed record FileCounts(int Seen, int Taken, int Duplicate, int Rejected, int Description)
{
    public int Total => Seen + Taken + Duplicate + Rejected + Description;

    /// <summary>Scans: all but the descriptions.</summary>
    public int Scans => Total - Description;
}

/// <summary>
/// Pages of a batch. Each is in exactly one of <paramref name="Ended"/>, <paramref name="NeedsPerson"/>,
/// <paramref name="Rejected"/>, <paramref name="Running"/> and <paramref name="Waiting"/>.
/// </summary>
/// <param name="Ended">Through: nothing due, nothing running, nothing asked of a person.</param>
/// <param name="Read">Recognised, or found to hold no text; a part of all, whatever else is the matter with them.</param>
/// <param name="Verified">Verified by a person; a part of <paramref name="Read"/>.</param>
public sealed record PageCounts(
    int Total, int Ended, int NeedsPerson, int Rejected, int Running, int Waiting, int Read, int Verified)
{
    public int Blocked => NeedsPerson + Rejected;
}
