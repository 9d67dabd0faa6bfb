using Digitize.Core.Rows;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Chain;

/// <summary>
/// Takes a run for one start, in one statement, so that of two workers only one gets it. The attempt is counted here,
/// before the step begins: an input that kills the process is found by its attempts that never came back.
/// </summary>
public sealed class RunClaim(DigitizeDb db, ChainOptions options, TimeProvider clock)
{
    /// <returns>The lease, or null when the run is not due or someone else has it.</returns>
    public async Task<Guid?> TakeAsync(Guid runId, CancellationToken ct)
    {
        var lease = Guid.CreateVersion7();
        var now = clock.GetUtcNow().UtcDateTime;
        var until = now.AddSeconds(options.LeaseSeconds);
        var taken = await db.Runs
            .Where(run => run.Id == runId
                && ((run.State == RunState.Due && (run.NotBefore == null || run.NotBefore <= now))
                    || (run.State == RunState.Running && run.LeaseUntil < now)))
            .ExecuteUpdateAsync(
                run => run
                    .SetProperty(r => r.Crashes, r => r.State == RunState.Running ? r.Crashes + 1 : r.Crashes)
                    .SetProperty(r => r.Attempts, r => r.Attempts + 1)
                    .SetProperty(r => r.State, RunState.Running)
                    .SetProperty(r => r.StartedAt, now)
                    .SetProperty(r => r.LeaseId, lease)
                    .SetProperty(r => r.LeaseUntil, until),
                ct);
        return taken == 1 ? lease : null;
    }

    /// <summary>Puts a run back that was stopped on request; that start does not count.</summary>
    public Task GiveBackAsync(Guid runId, Guid lease, CancellationToken ct) =>
        db.Runs.Where(run => run.Id == runId && run.LeaseId == lease && run.State == RunState.Running)
            .ExecuteUpdateAsync(
                run => run
                    .SetProperty(r => r.State, RunState.Due)
                    .SetProperty(r => r.Attempts, r => r.Attempts - 1)
                    .SetProperty(r => r.LeaseId, (Guid?)null)
                    .SetProperty(r => r.LeaseUntil, (DateTime?)null),
                ct);

    /// <summary>
    /// Frees every lease at once. Right only on a desk at start, where this is the one process: nobody else can be
    /// working on them.
    /// </summary>
    public Task<int> ExpireAllAsync(CancellationToken ct)
    {
        var past = clock.GetUtcNow().UtcDateTime.AddSeconds(-1);
        return db.Runs.Where(run => run.State == RunState.Running)
            .ExecuteUpdateAsync(run => run.SetProperty(r => r.LeaseUntil, past), ct);
    }
}
