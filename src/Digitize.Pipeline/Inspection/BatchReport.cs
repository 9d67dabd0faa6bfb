using Digitize.Core.Inspection;
using Digitize.Core.Outcomes;

namespace Digitize.Pipeline.Inspection;

/// <summary>What a scanning supervisor wants to hear the same day: pass, or what to scan again.</summary>
/// <param name="Held">Why the batch waits for a person; null while it does not.</param>
/// <param name="Checks">In the order of <see cref="CheckNames"/>; only those that were made on some page.</param>
/// <param name="Stars">Pages by their FADGI stars, 4 to 0 and last those of unknown resolution. By resolution only.</param>
/// <param name="Entries">What to scan again first, then what to look at, each in reading order.</param>
/// <param name="Refused">Files that intake did not take, but for those that came again and were taken.</param>
public sealed record BatchReport(
    Guid BatchId,
    string Name,
    string Folder,
    BatchVerdict Verdict,
    Reason? Held,
    FileTally Files,
    PageTally Pages,
    IReadOnlyList<CheckTally> Checks,
    IReadOnlyList<StarTally> Stars,
    IReadOnlyList<ReportEntry> Entries,
    IReadOnlyList<RefusedFile> Refused)
{
    public IEnumerable<ReportEntry> ToRescan => Entries.Where(entry => entry.Verdict == CheckVerdict.Refuse);

    public IEnumerable<ReportEntry> ToLookAt => Entries.Where(entry => entry.Verdict == CheckVerdict.Warn);

    /// <summary>Places between files where the numbering is broken; they are no pages and are counted apart.</summary>
    public int Gaps => Entries.Count(entry => entry.Page is null);

    /// <summary>The verdict with its figures, for people.</summary>
    public Reason Sentence => Verdict switch
    {
        BatchVerdict.Unfinished => new Reason(
            "report-unfinished", $"{Pages.Inspected}", $"{Pages.Asked}", $"{Files.Waiting}", $"{Pages.Rescan}", $"{Pages.LookAt}"),
        BatchVerdict.Rescan => new Reason(
            "report-rescan", $"{Pages.Rescan}", $"{Pages.Inspected}", $"{Files.Refused}", $"{Files.Scans}", $"{Pages.LookAt}", $"{Gaps}"),
        BatchVerdict.LookAt when Pages.Total == 0 => new Reason("report-nothing", $"{Files.Scans}", $"{Files.Duplicate}"),
        BatchVerdict.LookAt when Pages.Asked < Pages.Total => new Reason("report-unasked", $"{Pages.Inspected}", $"{Pages.Total}"),
        BatchVerdict.LookAt => new Reason("report-look-at", $"{Pages.LookAt}", $"{Pages.Inspected}", $"{Gaps}"),
        _ => new Reason("report-pass", $"{Pages.Inspected}"),
    };
}

public enum BatchVerdict
{
    /// <summary>Every page was inspected and nothing is to be done.</summary>
    Pass,

    /// <summary>Every page was inspected; some ask for a look.</summary>
    LookAt,

    /// <summary>Every page was inspected; something must be scanned again.</summary>
    Rescan,

    /// <summary>Files are still coming, held or not yet inspected: what is said so far may grow.</summary>
    Unfinished,
}

/// <summary>Scans by what intake made of them; descriptions are not counted.</summary>
/// <param name="Expected">Pages that were promised; null when nothing was.</param>
public sealed record FileTally(int Scans, int Taken, int Duplicate, int Refused, int Waiting, int? Expected);

/// <param name="Total">Every page of the batch.</param>
/// <param name="Asked">Those whose recipe inspects.</param>
/// <param name="Inspected">Of <paramref name="Asked"/>.</param>
/// <param name="Rescan">Of <paramref name="Inspected"/>: to scan again.</param>
/// <param name="LookAt">Of <paramref name="Inspected"/>: to look at.</param>
public sealed record PageTally(int Total, int Asked, int Inspected, int Rescan, int LookAt)
{
    public int Passed => Inspected - Rescan - LookAt;
}

/// <summary>
/// How one check went. <paramref name="Of"/> counts pages, and for <see cref="CheckNames.Gap"/> the numbers that the file
/// names should hold; it is the sum of the others.
/// </summary>
/// <param name="Unknown">Could not be measured; for gaps, files without a running number.</param>
public sealed record CheckTally(string Name, int Of, int Pass, int Warn, int Refuse, int Unknown, int Ignored);

/// <param name="Stars">0 to 4; null when the resolution is not known.</param>
/// <param name="Of">Pages that were measured.</param>
public sealed record StarTally(int? Stars, int Pages, int Of);

/// <summary>One place to go to.</summary>
/// <param name="Verdict">The worst of its findings.</param>
/// <param name="Page">Null when it is about files' names.</param>
/// <param name="File">The scan as people know it: <c>thu.pdf #3</c>.</param>
public sealed record ReportEntry(
    CheckVerdict Verdict, Guid DocumentId, string Shelfmark, ReportedPage? Page, string File, IReadOnlyList<Finding> Findings);

public sealed record ReportedPage(Guid Id, int Sequence);

public sealed record RefusedFile(string File, Reason? Reason);
