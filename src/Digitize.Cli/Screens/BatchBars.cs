using Digitize.Core.Rows;
using Digitize.Storage.Queries;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Digitize.Cli.Screens;

/// <summary>One progress bar for each batch, until the line has nothing left to do on any of them by itself.</summary>
internal static class BatchBars
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <param name="folders">Below the watch folder.</param>
    /// <returns>Where each batch stands in the end.</returns>
    public static Task<IReadOnlyList<BatchProgress>> ShowAsync(
        IServiceProvider services, IReadOnlyList<string> folders, CancellationToken ct) => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
        .StartAsync(async screen =>
        {
            var bars = folders.ToDictionary(
                folder => folder, folder => screen.AddTask(Markup.Escape(folder), maxValue: 1, autoStart: true));
            while (true)
            {
                var batches = await ReadAsync(services, folders, ct);
                foreach (var batch in batches)
                {
                    Draw(bars[batch.Folder], batch);
                }

                if (batches.Count == folders.Count && batches.All(IsAtRest))
                {
                    return batches;
                }

                await Task.Delay(Interval, ct);
            }
        });

    private static async Task<IReadOnlyList<BatchProgress>> ReadAsync(
        IServiceProvider services, IReadOnlyList<string> folders, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DigitizeDb>();
        var ids = await db.Batches.Where(b => folders.Contains(b.Folder))
            .GroupBy(b => b.Folder).Select(g => g.OrderByDescending(b => b.SeenAt).First().Id).ToListAsync(ct);
        var query = scope.ServiceProvider.GetRequiredService<BatchProgressQuery>();
        var batches = new List<BatchProgress>();
        foreach (var id in ids)
        {
            batches.Add((await query.FindAsync(id, ct))!);
        }

        return batches;
    }

    private static void Draw(ProgressTask bar, BatchProgress batch)
    {
        // Every page ends once and every document is packaged once; files that are not taken yet stand for a page each.
        bar.MaxValue = Math.Max(1, batch.Files.Seen + batch.Pages.Total + batch.Documents);
        bar.Value = IsAtRest(batch) ? bar.MaxValue : batch.Pages.Ended + batch.Pages.Blocked + batch.Packaged;
        var pages = Say.Text("trang", "pages");
        bar.Description = Markup.Escape(
            $"{batch.Folder,-38} {batch.Pages.Ended + batch.Pages.Blocked,3}/{batch.Pages.Total} {pages}");
    }

    private static bool IsAtRest(BatchProgress batch) => batch.IsAtRest || batch.State == BatchState.Held;
}
