using Digitize.Core.Inspection;
using Digitize.Core.Rows;

namespace Digitize.Pipeline.Inspection;

/// <summary>A document's pages with everything that was found on each, by itself and beside its neighbours.</summary>
internal sealed class JudgedDocument
{
    /// <param name="isTaken">False: more files may come, and a missing number means nothing yet.</param>
    public JudgedDocument(BatchDocument source, bool isTaken)
    {
        Source = source;
        if (source.Options is not { } options)
        {
            return;
        }

        var inOrder = source.Pages.OrderBy(page => page.Sequence).ThenBy(page => page.Frame).ThenBy(page => page.Id).ToList();
        var neighbours = NearDuplicates.Judge(inOrder, options).Concat(OddSizes.Judge(inOrder, options))
            .ToLookup(finding => finding.Page.Id, finding => finding.Finding);
        Pages = [.. inOrder.Where(page => page.End is not null).Select(page => new JudgedPage(page, [.. Alone(page), .. neighbours[page.Id]]))];
        Numbering = isTaken ? Numbering.Of(source.Files, source.Naming, options.Gap) : null;
    }

    public BatchDocument Source { get; }

    /// <summary>Inspected ones, in reading order.</summary>
    public IReadOnlyList<JudgedPage> Pages { get; } = [];

    /// <summary>Null when the names are not judged.</summary>
    public Numbering? Numbering { get; }

    /// <summary>Where something is to be done, in reading order; then the gaps.</summary>
    public IEnumerable<ReportEntry> Entries => Pages.Where(page => page.Faults.Any())
        .Select(page => Entry(new ReportedPage(page.Source.Id, page.Source.Sequence), page.Source.Label, [.. page.Faults]))
        .Concat((Numbering?.Faults ?? []).Where(fault => fault.Finding.IsFault)
            .Select(fault => Entry(null, fault.File, [fault.Finding])));

    private static IEnumerable<Finding> Alone(BatchPage page)
    {
        var checks = page.Measured?.Checks ?? [];
        var stopped = page.End is RunState.NeedsPerson or RunState.Rejected && checks.All(check => check.Verdict != CheckVerdict.Refuse);
        yield return new Finding(
            new InspectionCheck(CheckNames.Opened, null, null, stopped ? CheckVerdict.Refuse : CheckVerdict.Pass),
            stopped ? page.Reason ?? CheckWords.ToDo(CheckNames.Opened, page.Label) : null);
        foreach (var check in checks)
        {
            var finding = new Finding(check);
            yield return check.Verdict switch
            {
                CheckVerdict.Refuse => finding with { ToDo = RefusalReasons.Of(page.Label, [check]) },
                CheckVerdict.Warn => finding with { ToDo = CheckWords.ToDo(check.Name, page.Label) },
                _ => finding,
            };
        }
    }

    private ReportEntry Entry(ReportedPage? page, string file, IReadOnlyList<Finding> faults) => new(
        faults.Max(fault => fault.Check.Verdict), Source.Id, Source.Shelfmark, page, file,
        [.. faults.OrderByDescending(fault => fault.Check.Verdict)]);
}

internal sealed record JudgedPage(BatchPage Source, IReadOnlyList<Finding> Findings)
{
    public IEnumerable<Finding> Faults => Findings.Where(finding => finding.IsFault);
}
