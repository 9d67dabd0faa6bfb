using Digitize.Core.Rows;
using Digitize.Pipeline.Steps;
using Digitize.Storage.Rows;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Chain;

/// <summary>Makes Hangfire jobs for runs, and tells whether a run has one that will still be worked on.</summary>
public sealed class JobQueue(DigitizeDb db, IBackgroundJobClient client, JobStorage storage, TimeProvider clock)
{
    /// <summary>A fetched job that has not claimed its run after so long belongs to a worker that died.</summary>
    private static readonly TimeSpan ClaimPatience = TimeSpan.FromMinutes(1);

    public async Task EnqueueAsync(StepRun run, CancellationToken ct)
    {
        var priority = await db.Documents.Where(d => d.Id == run.DocumentId).Select(d => d.Priority).SingleAsync(ct);
        var queue = Queues.StoredName(run.Queue, priority);
        var wait = run.NotBefore - clock.GetUtcNow().UtcDateTime;
        IState state = wait > TimeSpan.Zero ? new ScheduledState(wait.Value) : new EnqueuedState(queue);
        var jobId = client.Create(Job.FromExpression<StepJob>(job => job.RunAsync(run.Id, default), queue), state);
        await db.Runs.Where(r => r.Id == run.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.JobId, jobId), ct);
    }

    public bool HasLiveJob(StepRun run)
    {
        if (run.JobId is null)
        {
            return false;
        }

        using var connection = storage.GetReadOnlyConnection();
        var state = connection.GetStateData(run.JobId);
        if (state?.Name == ProcessingState.StateName)
        {
            return !state.Data.TryGetValue("StartedAt", out var startedAt)
                || JobHelper.DeserializeDateTime(startedAt) > clock.GetUtcNow().UtcDateTime - ClaimPatience;
        }

        return state?.Name == EnqueuedState.StateName || state?.Name == ScheduledState.StateName;
    }
}
