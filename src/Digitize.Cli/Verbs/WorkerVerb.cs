using System.CommandLine;
using Digitize.Cli.Hosting;
using Digitize.Pipeline.Steps;

namespace Digitize.Cli.Verbs;

/// <summary>Work without web: any number of them share PostgreSQL and the blobs, each with a data folder of its own.</summary>
internal static class WorkerVerb
{
    public static Command Make()
    {
        var queues = new Option<string>("--queues")
        {
            Description = $"Hàng đợi, cách nhau dấu phẩy · queues, by commas ({string.Join(',', Queues.All)})",
            DefaultValueFactory = _ => string.Join(',', Queues.All),
        };
        queues.Validators.Add(result =>
        {
            foreach (var unknown in result.GetValue(queues)!.Split(',').Except(Queues.All))
            {
                result.AddError($"{unknown}: {string.Join(", ", Queues.All)}");
            }
        });
        var verb = new Command("worker", "Chỉ xử lý, không web · work without web") { queues };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(queues)!.Split(','), ct));
        return verb;
    }

    private static async Task<int> RunAsync(string[] queues, CancellationToken ct)
    {
        var options = ProgramOptions.Read();
        if (options.Storage.IsDesk)
        {
            return Say.Fault(
                "worker cần PostgreSQL (Digitize__Postgres). Trên máy đơn hãy dùng «serve».",
                "worker needs PostgreSQL (Digitize__Postgres). On a desk use “serve”.");
        }

        using var folder = DataFolderLock.TryTake(options.LockPath);
        if (folder is null)
        {
            return Say.Fault(
                $"Một tiến trình khác đang dùng thư mục «{options.Storage.DataFolder}»; mỗi worker cần thư mục riêng.",
                $"Another process works with the folder “{options.Storage.DataFolder}”; each worker needs its own.");
        }

        options.Chain.Queues = queues;
        options.Intake.Watch = queues.Contains(Queues.Intake);
        using var host = await WorkerHost.BuildAsync(options, logOnConsole: true, ct);
        if (!StartUp.HasRecipes(host.Services))
        {
            return ExitCodes.NotReady;
        }

        await host.RunAsync(ct);
        return ExitCodes.Through;
    }
}
