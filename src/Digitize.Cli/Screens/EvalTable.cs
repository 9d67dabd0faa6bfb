using System.Globalization;
using Digitize.Ocr.Evaluation;
using Spectre.Console;

namespace Digitize.Cli.Screens;

/// <summary>What an engine made of a set of lines, every rate with its denominator.</summary>
internal sealed record EvalTable(string Engine, LineScores Raw, LineScores Folded, double Seconds)
{
    public void Write()
    {
        Say.Line(
            $"{Engine}: {Raw.Lines} dòng, {Raw.Errors.Characters} chữ, {Seconds:0.0} giây",
            $"{Engine}: {Raw.Lines} lines, {Raw.Errors.Characters} characters, {Seconds:0.0} s");
        var table = new Table().AddColumns("", "CER", "top-1", "top-5");
        table.AddRow(Row(Say.Text("nguyên dạng", "raw"), Raw));
        table.AddRow(Row(Say.Text("gộp dị thể", "variants folded"), Folded));
        AnsiConsole.Write(table);
    }

    private static string[] Row(string name, LineScores scores) =>
    [
        name,
        Share(scores.Errors.Edits, scores.Errors.Characters),
        Share(scores.First, scores.Errors.Characters),
        Share(scores.Five, scores.Errors.Characters),
    ];

    private static string Share(int part, int whole) => whole == 0
        ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.0} % ({part}/{whole})");
}
