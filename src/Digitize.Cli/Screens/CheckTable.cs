using Digitize.Cli.Hosting;
using Spectre.Console;

namespace Digitize.Cli.Screens;

internal static class CheckTable
{
    public static void Write(IEnumerable<Check> checks)
    {
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumns("", Say.Text("Kiểm tra", "Check"), Say.Text("Kết quả và cách khắc phục", "Result and remedy"));
        foreach (var check in checks)
        {
            table.AddRow(check.Holds ? "[green]✓[/]" : "[red]✗[/]", Markup.Escape(check.Name), Markup.Escape(check.Result));
        }

        AnsiConsole.Write(table);
    }
}
