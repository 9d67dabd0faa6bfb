using System.Globalization;
using Digitize.Core.Inspection;

namespace Digitize.Pipeline.Inspection;

/// <summary>A batch's report for programs: the shape that <c>docs/batch-report.md</c> promises, whatever the records become.</summary>
public static class BatchReportJson
{
    /// <param name="culture">Of the sentences; names and numbers are the same in all.</param>
    /// <returns>To be written with camel case names and enumerations in kebab case.</returns>
    public static object Of(BatchReport report, CultureInfo culture) => new
    {
        Batch = new { Id = report.BatchId, report.Name, report.Folder },
        report.Verdict,
        Sentence = report.Sentence.Text(culture),
        Held = report.Held?.Text(culture),
        Files = new
        {
            report.Files.Scans, report.Files.Taken, report.Files.Duplicate, report.Files.Refused, report.Files.Waiting,
            ExpectedPages = report.Files.Expected,
        },
        Pages = new
        {
            report.Pages.Total, report.Pages.Asked, report.Pages.Inspected, report.Pages.Passed, report.Pages.LookAt, report.Pages.Rescan,
        },
        Checks = report.Checks.Select(check => new
        {
            check.Name, Unit = check.Name == CheckNames.Gap ? "numbers" : "pages",
            check.Of, check.Pass, check.Warn, check.Refuse, check.Unknown, check.Ignored,
        }),
        Fadgi = new { By = "resolution only", Levels = report.Stars },
        Rescan = report.ToRescan.Select(entry => Entry(entry, culture)),
        LookAt = report.ToLookAt.Select(entry => Entry(entry, culture)),
        RefusedFiles = report.Refused.Select(file => new { file.File, Reason = file.Reason?.Text(culture) }),
    };

    private static object Entry(ReportEntry entry, CultureInfo culture) => new
    {
        entry.DocumentId,
        entry.Shelfmark,
        PageId = entry.Page?.Id,
        Page = entry.Page?.Sequence,
        entry.File,
        Findings = entry.Findings.Select(finding => new
        {
            Check = finding.Check.Name,
            finding.Check.Verdict,
            finding.Check.Measured,
            finding.Check.Threshold,
            ToDo = finding.ToDo?.Text(culture),
            finding.OtherPageId,
        }),
    };
}
