using System.CommandLine;
using Digitize.Cli.Hosting;
using Digitize.Cli.Screens;
using Digitize.Pipeline.Recipes;

namespace Digitize.Cli.Verbs;

/// <summary>Drops a folder of scans into the watch folder; with --wait, until they are through.</summary>
internal static class IngestVerb
{
    public static Command Make()
    {
        var folder = new Argument<string>("folder") { Description = "Thư mục ảnh quét · folder of scans" };
        var recipe = new Option<string>("--recipe") { Description = "Quy trình · recipe", Required = true };
        var wait = new Option<bool>("--wait") { Description = "Đợi đến khi xong · until they are through" };
        var json = CommonOptions.Json();
        var verb = new Command("ingest", "Nhận một thư mục ảnh quét · take a folder of scans") { folder, recipe, wait, json };
        verb.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(folder)!, parsed.GetValue(recipe)!, parsed.GetValue(wait), parsed.GetValue(json), ct));
        return verb;
    }

    private static async Task<int> RunAsync(string folder, string recipe, bool wait, bool json, CancellationToken ct)
    {
        var options = ProgramOptions.Read();
        if (!Directory.Exists(folder))
        {
            return Say.Fault($"Không có thư mục «{folder}».", $"There is no folder “{folder}”.");
        }

        // When nobody works with the data folder, this process does until the batch is through.
        using var mine = wait && options.Storage.IsDesk ? DataFolderLock.TryTake(options.LockPath) : null;
        options.Chain.Queues = mine is null ? [] : options.Chain.Queues;
        options.Intake.Watch = mine is not null;
        using var host = mine is null ? Reader(options) : await WorkerHost.BuildAsync(options, logOnConsole: false, ct);
        var shelf = host.Services.GetRequiredService<RecipeShelf>();
        if (shelf.Find(recipe) is null)
        {
            var known = string.Join(", ", shelf.Recipes.Select(r => r.Name));
            return Say.Fault($"Không có quy trình «{recipe}». Có: {known}.", $"There is no recipe “{recipe}”. There are: {known}.");
        }

        var name = $"{recipe}/{Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))}";
        var target = Path.Combine(options.Intake.Incoming, name);
        if (Directory.Exists(target))
        {
            return Say.Fault($"«{target}» đang chờ được nhận; hãy đợi hoặc đổi tên.", $"“{target}” is waiting to be taken; wait, or use another name.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        Drop.Copy(folder, target);
        if (!wait)
        {
            if (json)
            {
                Say.AsJson(new { folder = name, dropped = target });
            }
            else
            {
                Say.Line($"Đã thả vào {target}.", $"Dropped into {target}.");
            }

            return ExitCodes.Through;
        }

        if (mine is not null)
        {
            await host.StartAsync(ct);
        }

        var batches = await BatchBars.ShowAsync(host.Services, [name], ct);
        if (json)
        {
            Say.AsJson(batches[0]);
        }
        else
        {
            BatchTable.Write(batches);
        }

        if (mine is not null)
        {
            await host.StopAsync(CancellationToken.None);
        }

        return batches.Any(BatchTable.Waits) ? ExitCodes.NeedsPerson : ExitCodes.Through;
    }

    /// <summary>Only reads the rows; another process works.</summary>
    private static IHost Reader(ProgramOptions options)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        Logs.Add(builder.Logging, options, onConsole: false);
        builder.Services.AddLine(options);
        return builder.Build();
    }
}
