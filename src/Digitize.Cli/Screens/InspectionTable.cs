using Digitize.Core.Inspection;
using Spectre.Console;

namespace Digitize.Cli.Screens;

/// <summary>One frame's checks as a person reads them.</summary>
internal static class InspectionTable
{
    public static void Write(ScanReport report)
    {
        if (report.Reason is { } reason)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]✗[/] {reason.Text}");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).Title(Markup.Escape($"{report.File} · {report.Frame}"))
            .AddColumns(Say.Text("Kiểm tra", "Check"), Say.Text("Đo được", "Measured"), Say.Text("Ngưỡng", "Threshold"), Say.Text("Kết quả", "Verdict"));
        foreach (var check in report.Checks!)
        {
            table.AddRow(Markup.Escape(CheckWords.Name(check.Name).Text(Say.Culture)), Markup.Escape(CheckWords.Figure(check.Name, check.Measured, Say.Culture)),
                Markup.Escape(CheckWords.Figure(check.Name, check.Threshold, Say.Culture)), Verdict(check.Verdict));
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated($"{Facts(report)}");
    }

    private static string Verdict(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Pass => $"[green]{Say.Text("đạt", "pass")}[/]",
        CheckVerdict.Ignored => $"[grey]{Say.Text("không xét", "not asked")}[/]",
        CheckVerdict.Unknown => $"[grey]{Say.Text("không đo được", "not measurable")}[/]",
        CheckVerdict.Warn => $"[yellow]{Say.Text("cảnh báo", "warning")}[/]",
        _ => $"[red]{Say.Text("phải quét lại", "scan again")}[/]",
    };

    private static string Facts(ScanReport report)
    {
        var page = report.Inspection!;
        var stars = page.FadgiStarsByResolution is { } known
            ? string.Create(Say.Culture, $"FADGI {known} ★ ({Say.Text("chỉ xét độ phân giải", "by resolution only")})")
            : Say.Text("FADGI: không rõ ppi", "FADGI: ppi unknown");
        return string.Create(Say.Culture,
            $"{page.Width} × {page.Height} px · {stars} · {Say.Text("nghiêng", "skew")} {report.Skew!.Degrees:0.00}° ({report.Skew.Confidence:P0})\n");
    }
}
