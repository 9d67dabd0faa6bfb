using Digitize.Pipeline.Inventory;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Cli.Hosting;

/// <summary>Gives a new installation something to show: a folder with <c>incoming/</c> and <c>holdings.csv</c>, once.</summary>
internal static class Samples
{
    /// <returns>The batches' folders below the watch folder, those dropped now and those that were there before.</returns>
    public static async Task<IReadOnlyList<string>> DropAsync(
        IServiceProvider services, ProgramOptions options, string samples, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DigitizeDb>();
        var holdings = Path.Combine(samples, "holdings.csv");
        if (File.Exists(holdings))
        {
            await scope.ServiceProvider.GetRequiredService<HoldingsReader>().ImportAsync(holdings, ct);
        }

        var folders = new List<string>();
        foreach (var source in Directory.EnumerateDirectories(Path.Combine(samples, "incoming"))
            .SelectMany(Directory.EnumerateDirectories).Order(StringComparer.Ordinal))
        {
            var folder = $"{Path.GetFileName(Path.GetDirectoryName(source))}/{Path.GetFileName(source)}";
            var target = Path.Combine(options.Intake.Incoming, folder);
            folders.Add(folder);
            if (!Directory.Exists(target) && !await db.Batches.AnyAsync(batch => batch.Folder == folder, ct))
            {
                Drop.Copy(source, target);
            }
        }

        return folders;
    }
}
