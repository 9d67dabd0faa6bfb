namespace Digitize.Pipeline.Intake;

/// <summary>The job that Hangfire stores for a batch; type and method names are a stored contract.</summary>
public sealed class IntakeJob(BatchIntake intake)
{
    public Task RunAsync(Guid batchId, CancellationToken ct) => intake.TakeAsync(batchId, ct);
}
