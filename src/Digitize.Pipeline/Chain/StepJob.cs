namespace Digitize.Pipeline.Chain;

/// <summary>
/// The job that Hangfire stores for a run. Its type and method names are a stored contract: a job written by one
/// version is run by the next. It carries the run's id and nothing else. The worker then stays with the page as long as
/// it may: what it has decoded is at hand, and nothing waits in a queue. The next runs have jobs of their own, which
/// find them taken; so nothing is lost when the worker dies between two.
/// </summary>
public sealed class StepJob(StepRunner runner, NextRun nextRun)
{
    public async Task RunAsync(Guid runId, CancellationToken ct)
    {
        for (Guid? next = runId; next is { } run; next = await nextRun.AfterAsync(run, ct))
        {
            await runner.RunAsync(run, ct);
        }
    }
}
