using Digitize.Core.Inspection;
using Digitize.Core.Outcomes;

namespace Digitize.Pipeline.Inspection;

/// <summary>Everything that a batch's report is made of. The order in which rows were read does not matter.</summary>
/// <param name="IsTaken">Every file has an end, and the pages are with the line.</param>
/// <param name="Held">Why the batch waits; null while it does not.</param>
public sealed record InspectedBatch(
    Guid Id,
    string Name,
    string Folder,
    bool IsTaken,
    Reason? Held,
    FileTally Files,
    IReadOnlyList<RefusedFile> Refused,
    IReadOnlyList<BatchDocument> Documents)
{
    public BatchReport Report()
    {
        var documents = Documents.OrderBy(document => document.Shelfmark, StringComparer.Ordinal).ThenBy(document => document.Id)
            .Select(document => new JudgedDocument(document, IsTaken)).ToList();
        var asked = documents.Where(document => document.Source.Options is not null).ToList();
        var pages = asked.SelectMany(document => document.Pages).ToList();
        var entries = asked.SelectMany(document => document.Entries)
            .OrderByDescending(entry => entry.Verdict) // stable: reading order stays
            .ToList();
        var tally = new PageTally(
            Documents.Sum(document => document.Pages.Count),
            asked.Sum(document => document.Source.Pages.Count),
            pages.Count,
            entries.Count(entry => entry is { Verdict: CheckVerdict.Refuse, Page: not null }),
            entries.Count(entry => entry is { Verdict: CheckVerdict.Warn, Page: not null }));
        return new BatchReport(
            Id, Name, Folder, Verdict(tally, entries), Held, Files, tally,
            [.. Checks(pages), .. Gap(asked)], Stars(pages), entries,
            [.. Refused.OrderBy(file => file.File, StringComparer.Ordinal)]);
    }

    private BatchVerdict Verdict(PageTally pages, IReadOnlyList<ReportEntry> entries) =>
        !IsTaken || Files.Waiting > 0 || pages.Inspected < pages.Asked ? BatchVerdict.Unfinished
        : Refused.Count > 0 || entries.Any(entry => entry.Verdict == CheckVerdict.Refuse) ? BatchVerdict.Rescan
        : entries.Count > 0 || pages.Asked < pages.Total || pages.Total == 0 ? BatchVerdict.LookAt
        : BatchVerdict.Pass;

    private static IEnumerable<CheckTally> Checks(IReadOnlyList<JudgedPage> pages)
    {
        var byName = pages.SelectMany(page => page.Findings).ToLookup(finding => finding.Check.Name, finding => finding.Check.Verdict);
        var known = new[] { CheckNames.Opened }.Concat(CheckNames.OfPage).Concat(CheckNames.OfBatch).ToList();
        return known.Where(byName.Contains).Concat(byName.Select(group => group.Key).Except(known).Order(StringComparer.Ordinal))
            .Select(name =>
            {
                int Of(CheckVerdict verdict) => byName[name].Count(of => of == verdict);
                return new CheckTally(
                    name, byName[name].Count(), Of(CheckVerdict.Pass), Of(CheckVerdict.Warn), Of(CheckVerdict.Refuse),
                    Of(CheckVerdict.Unknown), Of(CheckVerdict.Ignored));
            });
    }

    private static IEnumerable<CheckTally> Gap(IReadOnlyList<JudgedDocument> documents)
    {
        var numbered = documents.Where(document => document.Numbering is not null)
            .Select(document => (Numbering: document.Numbering!, document.Source.Options!.Gap)).ToList();
        if (numbered.Count == 0)
        {
            yield break;
        }

        int Faults(Severity severity) =>
            numbered.Where(document => document.Gap == severity).Sum(document => document.Numbering.Missing + document.Numbering.Twice);
        var (expected, unnumbered) = (numbered.Sum(n => n.Numbering.Expected), numbered.Sum(n => n.Numbering.Unnumbered));
        var faults = numbered.Sum(document => document.Numbering.Missing + document.Numbering.Twice);
        yield return new CheckTally(
            CheckNames.Gap, expected + unnumbered, expected - faults, Faults(Severity.Warn), Faults(Severity.Refuse),
            unnumbered, Faults(Severity.Ignore));
    }

    private static IReadOnlyList<StarTally> Stars(IReadOnlyList<JudgedPage> pages)
    {
        var measured = pages.Select(page => page.Source.Measured).OfType<MeasuredPage>().ToList();
        return [.. measured.GroupBy(page => page.FadgiStars).OrderByDescending(group => group.Key ?? -1)
            .Select(group => new StarTally(group.Key, group.Count(), measured.Count))];
    }
}
