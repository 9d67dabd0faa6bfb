using Digitize.Core.Rows;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Chain;

/// <summary>Says which run a worker takes up after one that ended well: the page's next, unless something is more urgent.</summary>
public sealed class NextRun(DigitizeDb db, ChainOptions options, TimeProvider clock)
{
    /// <returns>A run that is due on the same page, or null: then the queues say what comes next.</returns>
    public async Task<Guid?> AfterAsync(Guid runId, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Runs.Where(run => run.Id == runId && run.State == RunState.Done).Select(run => run.PageId)
            .SingleOrDefaultAsync(ct) is not { } pageId)
        {
            return null;
        }

        var due = await db.Runs
            .Where(run => run.PageId == pageId && run.State == RunState.Due && (run.NotBefore == null || run.NotBefore <= now))
            .OrderBy(run => run.Id)
            .Select(run => new { run.Id, run.Queue, run.Document!.Priority })
            .ToListAsync(ct);
        var next = options.Queues.SelectMany(queue => due.Where(run => run.Queue == queue)).FirstOrDefault();
        return next is { Priority: Priority.Normal } && await IsUrgentDueAsync(now, ct) ? null : next?.Id;
    }

    private Task<bool> IsUrgentDueAsync(DateTime now, CancellationToken ct) => db.Runs.AnyAsync(
        run => run.State == RunState.Due && (run.NotBefore == null || run.NotBefore <= now)
            && run.Document!.Priority == Priority.Urgent && options.Queues.Contains(run.Queue), ct);
}
