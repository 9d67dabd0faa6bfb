using System.CommandLine;
using Digitize.Cli.Hosting;
using Digitize.Pipeline.Inventory;

namespace Digitize.Cli.Verbs;

/// <summary>Reads an inventory in: the denominator of coverage.</summary>
internal static class HoldingsVerb
{
    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "holdings.csv" };
        var verb = new Command("holdings", "Nạp bản kiểm kê (mẫu số của độ phủ) · read an inventory in") { file };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(file)!, ct));
        return verb;
    }

    private static async Task<int> RunAsync(string file, CancellationToken ct)
    {
        await using var rows = await Rows.OpenAsync(ProgramOptions.Read(), ct);
        try
        {
            var added = await rows.Get<HoldingsReader>().ImportAsync(file, ct);
            Say.Line($"Đã thêm {added} tên tài liệu.", $"{added} holdings added.");
            return ExitCodes.Through;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return Say.Fault($"Không đọc được bản kiểm kê: {fault.Message}", $"The inventory cannot be read: {fault.Message}");
        }
    }
}
