using Digitize.Core.Outcomes;

namespace Digitize.Pipeline.Chain;

/// <summary>
/// One step's time. When it is up the step is asked to stop; one that does not heed is left behind, because a thread
/// that hangs in a library cannot be ended (docs/adr/0009).
/// </summary>
internal sealed class StepDeadline(ChainOptions options, TimeProvider clock, CancellationToken ct) : IDisposable
{
    private static readonly TimeSpan TimeToHeed = TimeSpan.FromSeconds(10);

    private readonly TimeSpan _time = TimeSpan.FromSeconds(options.StepTimeoutSeconds);
    private readonly CancellationTokenSource _timeout = new(TimeSpan.FromSeconds(options.StepTimeoutSeconds), clock);

    /// <summary>The step that was left behind and still runs; what it works with may not be taken away yet.</summary>
    public Task? LeftBehind { get; private set; }

    /// <exception cref="StepOverranException">The time was up before the step came to an end.</exception>
    public async Task<StepOutcome> RunAsync(Func<CancellationToken, Task<StepOutcome>> step)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, _timeout.Token);
        var token = stop.Token;

        // On a thread of its own: a step that computes without a pause would hold whoever waits for it.
        var work = Task.Run(() => step(token), CancellationToken.None);
        try
        {
            return await work.WaitAsync(_time + TimeToHeed, clock, CancellationToken.None);
        }
        catch (Exception cause) when (_timeout.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            LeftBehind = work.IsCompleted ? null : work;
            throw new StepOverranException(options.StepTimeoutSeconds, cause);
        }
    }

    public void Dispose() => _timeout.Dispose();
}

internal sealed class StepOverranException(int seconds, Exception cause)
    : Exception($"The step did not end within {seconds} seconds.", cause);
