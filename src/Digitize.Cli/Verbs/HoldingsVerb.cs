using System.CommandLine;
using Digitize.Cli.Hosting;
using Digitize.Pipeline.Inventory;
using Digitize.Storage;
using Digitize.Storage.Rows;

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
        var options = ProgramOptions.Read();
        await using var services = new ServiceCollection()
            .AddStorage(options.Storage).AddScoped<HoldingsReader>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await StoragePreparation.PrepareAsync(scope.ServiceProvider.GetRequiredService<DigitizeDb>(), options.Storage, ct);
        try
        {
            var added = await scope.ServiceProvider.GetRequiredService<HoldingsReader>().ImportAsync(file, ct);
            Say.Line($"Đã thêm {added} tên tài liệu.", $"{added} holdings added.");
            return ExitCodes.Through;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return Say.Fault($"Không đọc được bản kiểm kê: {fault.Message}", $"The inventory cannot be read: {fault.Message}");
        }
    }
}
