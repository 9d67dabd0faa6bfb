using Digitize.Core.Rows;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Digitize.Pipeline.Chain;

/// <summary>
/// At start and then regularly: makes jobs for what the rows say is due and has no live job. A lost job, a crash or a
/// queue in memory never strands a page.
/// </summary>
public sealed class Reconciler(
    IServiceScopeFactory scopes, ChainOptions options, TimeProvider clock, ILogger<Reconciler> log) : BackgroundService
{
    private const int PageOfRuns = 500;

    /// <returns>Jobs made.</returns>
    public async Task<int> ReconcileAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DigitizeDb>();
        var jobs = scope.ServiceProvider.GetRequiredService<JobQueue>();
        var made = 0;
        await foreach (var run in StrandedAsync(db, ct))
        {
            if (run.State == RunState.Running || !jobs.HasLiveJob(run))
            {
                await jobs.EnqueueAsync(run, ct);
                made++;
            }
        }

        await AdvanceIdleDocumentsAsync(db, ct);
        return made;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.ReconcileSeconds), clock);
        do
        {
            try
            {
                var made = await ReconcileAsync(stoppingToken);
                if (made > 0)
                {
                    log.LogInformation("Reconciler made {Jobs} jobs for runs without one", made);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "Reconciler failed; it tries again in {Seconds} s", options.ReconcileSeconds);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Due runs, and running ones whose worker is no longer heard of.</summary>
    private async IAsyncEnumerable<StepRun> StrandedAsync(
        DigitizeDb db, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var last = Guid.Empty;
        while (true)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var runs = await db.Runs.AsNoTracking()
                .Where(run => run.State == RunState.Due || (run.State == RunState.Running && run.LeaseUntil < now))
                .Where(run => run.Id > last)
                .OrderBy(run => run.Id)
                .Take(PageOfRuns)
                .ToListAsync(ct);
            foreach (var run in runs)
            {
                yield return run;
            }

            if (runs.Count < PageOfRuns)
            {
                yield break;
            }

            last = runs[^1].Id;
        }
    }

    /// <summary>
    /// Documents that have nothing under way and are not packaged, or not since a page of theirs was taken up or corrected: a
    /// crash fell between an end and its successor.
    /// </summary>
    private async Task AdvanceIdleDocumentsAsync(DigitizeDb db, CancellationToken ct)
    {
        var idle = await db.Documents
            .Where(document => document.Pages.Any()
                && (document.PackagedAt == null || db.Runs.Any(run => run.DocumentId == document.Id
                    && run.PageId != null && run.EndedAt > document.PackagedAt)
                    || document.Pages.Any(page => page.Revisions.Any(revision =>
                        revision.AuthorKind == RevisionAuthor.Person && revision.CreatedAt > document.PackagedAt)))
                && !db.Runs.Any(run => run.DocumentId == document.Id
                    && (run.State == RunState.Due || run.State == RunState.Running)))
            .Select(document => document.Id)
            .ToListAsync(ct);
        foreach (var documentId in idle)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ChainAdvance>().DocumentAsync(documentId, ct);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // One that cannot go on must not hold up those behind it.
                log.LogError(fault, "Document {Document} could not be advanced", documentId);
            }
        }
    }
}
