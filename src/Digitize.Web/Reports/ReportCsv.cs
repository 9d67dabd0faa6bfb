using System.Globalization;
using Digitize.Core.Inspection;
using Digitize.Formats.Csv;
using Digitize.Pipeline.Inspection;
using Digitize.Web.Culture;

namespace Digitize.Web.Reports;

/// <summary>
/// A batch's report for a spreadsheet: a row for the batch, one for each thing to do, one for each file that was
/// refused, one for each check and one for each FADGI level. Columns: <c>docs/batch-report.md</c>.
/// </summary>
internal sealed class ReportCsv(Texts texts)
{
    private static readonly string[] Columns =
        ["about", "verdict", "document", "page", "file", "check", "measured", "threshold", "count", "of", "todo"];

    public async Task WriteAsync(BatchReport report, Stream stream, CancellationToken ct)
    {
        await using var csv = new CsvWriter(stream);
        await csv.WriteRowAsync(Columns.Select(column => texts[$"csv.report.{column}"]), ct);
        foreach (var row in Rows(report))
        {
            await csv.WriteRowAsync(
            [
                texts[$"csv.about.{row.About}"], row.Verdict, row.Document, Number(row.Page), row.File, row.Check,
                Number(row.Measured), Number(row.Threshold), Number(row.Count), Number(row.Of), row.ToDo,
            ], ct);
        }
    }

    private IEnumerable<Row> Rows(BatchReport report)
    {
        var culture = CultureInfo.CurrentUICulture;
        yield return new Row("batch", texts.Of(report.Verdict))
        {
            File = report.Folder, Count = report.Pages.Inspected, Of = report.Pages.Asked,
            ToDo = string.Join(' ', new[] { report.Sentence, report.Held }.Select(reason => reason?.Text(culture))).Trim(),
        };
        foreach (var entry in report.Entries)
        {
            foreach (var finding in entry.Findings)
            {
                yield return new Row(entry.Page is null ? "numbering" : "page", texts.Of(finding.Check.Verdict))
                {
                    Document = entry.Shelfmark, Page = entry.Page?.Sequence, File = entry.File,
                    Check = CheckWords.Name(finding.Check.Name).Text(culture),
                    Measured = finding.Check.Measured, Threshold = finding.Check.Threshold, ToDo = finding.ToDo?.Text(culture),
                };
            }
        }

        foreach (var file in report.Refused)
        {
            yield return new Row("file", texts.Of(CheckVerdict.Refuse)) { File = file.File, ToDo = file.Reason?.Text(culture) };
        }

        foreach (var check in report.Checks)
        {
            yield return new Row("check", null)
            {
                Check = CheckWords.Name(check.Name).Text(culture), Count = check.Warn + check.Refuse, Of = check.Of,
            };
        }

        foreach (var level in report.Stars)
        {
            yield return new Row("fadgi", null)
            {
                Check = level.Stars is { } stars ? texts["report.stars", stars] : texts["report.stars.unknown"],
                Count = level.Pages, Of = level.Of,
            };
        }
    }

    /// <summary>As programs read it, whatever the language.</summary>
    private static string? Number(double? number) => number?.ToString("0.######", CultureInfo.InvariantCulture);

    private sealed record Row(string About, string? Verdict)
    {
        public string? Document { get; init; }

        public int? Page { get; init; }

        public string? File { get; init; }

        public string? Check { get; init; }

        public double? Measured { get; init; }

        public double? Threshold { get; init; }

        public int? Count { get; init; }

        public int? Of { get; init; }

        public string? ToDo { get; init; }
    }
}
