namespace Digitize.Pipeline.Chain;

/// <summary>
/// The job that Hangfire stores for a run. Its type and method names are a stored contract: a job written by one
/// version is run by the next. It carries the run's id and nothing else.
/// </summary>
public sealed class StepJob(StepRunner runner)
{
    public Task RunAsync(Guid runId, CancellationToken ct) => runner.RunAsync(runId, ct);
}
