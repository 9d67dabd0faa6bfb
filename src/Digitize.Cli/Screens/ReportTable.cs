using Digitize.Core.Inspection;
using Digitize.Pipeline.Inspection;
using Spectre.Console;

namespace Digitize.Cli.Screens;

/// <summary>A batch's report in lines: the verdict, each thing to do, the refused files, and how each check went.</summary>
internal static class ReportTable
{
    public static void Write(BatchReport report)
    {
        Line(report.Sentence.Text(Say.Culture));
        if (report.Held is { } held)
        {
            Line(held.Text(Say.Culture));
        }

        Write(Say.Text("Quét lại", "Scan again"), report.ToRescan);
        Write(Say.Text("Cần xem", "Look at"), report.ToLookAt);
        foreach (var file in report.Refused)
        {
            Line($"{Say.Text("Bị từ chối", "Refused")}: {file.Reason?.Text(Say.Culture) ?? file.File}");
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns(
            Say.Text("Phép kiểm", "Check"), Say.Text("Quét lại / tổng", "Scan again / of"), Say.Text("Cần xem / tổng", "Look at / of"),
            Say.Text("Không đo được", "Not measurable"));
        foreach (var check in report.Checks)
        {
            table.AddRow(
                Markup.Escape(CheckWords.Name(check.Name).Text(Say.Culture)), $"{check.Refuse} / {check.Of}", $"{check.Warn} / {check.Of}",
                $"{check.Unknown}");
        }

        AnsiConsole.Write(table);
        foreach (var level in report.Stars)
        {
            Line(Say.Text(
                $"FADGI, chỉ theo độ phân giải: {level.Stars?.ToString(Say.Culture) ?? "?"} sao: {level.Pages} / {level.Of} trang",
                $"FADGI, by resolution only: {level.Stars?.ToString(Say.Culture) ?? "?"} stars: {level.Pages} / {level.Of} pages"));
        }
    }

    private static void Write(string heading, IEnumerable<ReportEntry> entries)
    {
        foreach (var finding in entries.SelectMany(entry => entry.Findings))
        {
            var (check, culture) = (finding.Check, Say.Culture);
            var figure = check.Measured is { } measured ? CheckWords.Figure(check.Name, measured, culture) : "";
            var limit = check.Threshold is { } threshold ? $" ({Say.Text("ngưỡng", "limit")} {CheckWords.Figure(check.Name, threshold, culture)})" : "";
            Line($"{heading}: {CheckWords.Name(check.Name).Text(culture)} {figure}{limit}: {finding.ToDo?.Text(culture)}");
        }
    }

    // Neither cut nor broken: a line is one thing to do, also in a log.
    private static void Line(string text) => Console.Out.WriteLine(text);
}
