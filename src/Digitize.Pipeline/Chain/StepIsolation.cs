using System.Diagnostics;
using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Pipeline.Recipes;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Digitize.Pipeline.Chain;

/// <summary>
/// When a worker died, every step that it had under way is a suspect, the guilty one and its neighbours. A run that
/// was under way in two deaths is therefore started the third time in a process of its own: if that dies, the input
/// is proven to kill and is set aside; the neighbours are cleared. A run that overran its time without heeding the stop
/// is started so at once: only a process can be killed.
/// </summary>
public sealed class StepIsolation(ChainOptions options, TimeProvider clock, ILogger<StepIsolation> log)
{
    public const int SuspectAfterCrashes = 2;

    /// <summary>What a child may take beyond the step's own time; native code that hangs is killed with it.</summary>
    private static readonly TimeSpan TimeToRecord = TimeSpan.FromSeconds(30);

    private static readonly RetrySpec ChildRetry = new(5, 10);

    private const int EndedBySignal = 128;
    private const int Interrupted = EndedBySignal + 2;
    private const int Terminated = EndedBySignal + 15;

    /// <summary>Exit code of a child that came to an end of its own, good or bad, and recorded it.</summary>
    public const int Recorded = 0;

    public bool IsPossible => options.IsolationCommand.Count > 0;

    public async Task<bool> WantsAsync(IServiceProvider services, Guid runId, CancellationToken ct) =>
        IsPossible
        && await services.GetRequiredService<DigitizeDb>().Runs
            .AnyAsync(run => run.Id == runId && run.Crashes >= SuspectAfterCrashes, ct);

    public async Task RunAsync(IServiceProvider services, Guid runId, Guid lease, CancellationToken ct)
    {
        log.LogWarning("Run {Run} killed its worker twice, or overran; it now runs in a process of its own", runId);
        var start = new ProcessStartInfo(options.IsolationCommand[0]) { RedirectStandardInput = true };
        foreach (var argument in options.IsolationCommand.Skip(1).Append(runId.ToString()).Append(lease.ToString()))
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start)
            ?? throw new InvalidOperationException("The process for a suspected step could not be started.");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.StepTimeoutSeconds) + TimeToRecord, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            // The child ends itself when this end of its standard input closes, also by our own death.
            await child.WaitForExitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            child.Kill(entireProcessTree: true);
            await child.WaitForExitAsync(CancellationToken.None);
            if (ct.IsCancellationRequested)
            {
                await services.GetRequiredService<RunClaim>().GiveBackAsync(runId, lease, CancellationToken.None);
                throw;
            }

            await new StepOverrun(services, options, clock).RecordAsync(runId, lease, isApart: true);
            return;
        }

        if (child.ExitCode is > EndedBySignal and not (Interrupted or Terminated))
        {
            await SetAsideAsync(services.GetRequiredService<DigitizeDb>(), runId, lease, CancellationToken.None);
        }
        else if (child.ExitCode != Recorded)
        {
            // It ended of itself without recording (the rows could not be reached), or someone stopped it: that proves
            // nothing against the input.
            var fault = new InvalidOperationException($"The process of its own ended with code {child.ExitCode}.");
            await new RunFault(services, clock).RecordAsync(runId, lease, ChildRetry, fault);
        }
    }

    private async Task SetAsideAsync(DigitizeDb db, Guid runId, Guid lease, CancellationToken ct)
    {
        var run = await db.Runs.Include(r => r.Page).ThenInclude(p => p!.File).Include(r => r.Document)
            .SingleOrDefaultAsync(r => r.Id == runId && r.LeaseId == lease, ct);
        if (run is null)
        {
            return;
        }

        run.Crashes++;
        run.State = RunState.Rejected;
        run.EndedAt = clock.GetUtcNow().UtcDateTime;
        run.LeaseId = null;
        run.LeaseUntil = null;
        run.Reason = new Reason(
            "step-crashed", run.Step, $"{run.Crashes}", run.Page?.File?.RelativePath ?? run.Document!.Title);
        if (run.Page is { } page)
        {
            page.State = PageState.Rejected;
            page.Reason = run.Reason;
        }

        await db.SaveChangesAsync(ct);
        Signals.StepEnded(run.Step, "Crashed", TimeSpan.Zero);
    }
}
