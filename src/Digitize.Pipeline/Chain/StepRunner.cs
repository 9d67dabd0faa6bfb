using System.Diagnostics;
using System.Text.Json;
using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Imaging;
using Digitize.Pipeline.Recipes;
using Digitize.Pipeline.Steps;
using Digitize.Storage;
using Digitize.Storage.Blobs;
using Digitize.Storage.Queries;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Digitize.Pipeline.Chain;

/// <summary>
/// Runs one step: claim, work, commit, advance. Here alone faults are caught: what a step throws becomes a later
/// attempt with back-off and, after the recipe's number of attempts, a question to a person.
/// </summary>
public sealed class StepRunner(
    IServiceScopeFactory scopes,
    RecipeShelf recipes,
    IBlobStore blobs,
    HeldImages held,
    StorageOptions storage,
    ChainOptions options,
    StepIsolation isolation,
    Leases leases,
    TimeProvider clock,
    ILogger<StepRunner> log)
{
    public async Task RunAsync(Guid runId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var claim = scope.ServiceProvider.GetRequiredService<RunClaim>();
        if (await claim.TakeAsync(runId, ct) is not { } lease)
        {
            return;
        }

        if (await isolation.WantsAsync(scope.ServiceProvider, runId, ct))
        {
            await leases.KeepAsync<StepRun>(
                runId, lease, token => isolation.RunAsync(scope.ServiceProvider, runId, lease, token), ct);
        }
        else
        {
            await KeepAsync(runId, lease, isApart: false, ct);
        }

        await AdvanceAsync(runId, CancellationToken.None);
    }

    /// <summary>The part after the claim, for the process of a suspected step.</summary>
    public Task RunClaimedAsync(Guid runId, Guid lease, CancellationToken ct) =>
        KeepAsync(runId, lease, isApart: true, ct);

    private Task KeepAsync(Guid runId, Guid lease, bool isApart, CancellationToken ct) =>
        leases.KeepAsync<StepRun>(runId, lease, token => WorkAsync(runId, lease, isApart, token), ct);

    private async Task WorkAsync(Guid runId, Guid lease, bool isApart, CancellationToken ct)
    {
        using var deadline = new StepDeadline(options, clock, ct);
        var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DigitizeDb>();
        var began = clock.GetTimestamp();
        var (step, subject, outcome, retry) = ("", Guid.Empty, "Fault", RunFault.NoRetry);
        Activity? span = null;
        try
        {
            var run = await db.Runs.Include(r => r.Document).ThenInclude(d => d!.Batch)
                .Include(r => r.Page).ThenInclude(p => p!.File)
                .SingleAsync(r => r.Id == runId, ct);
            (step, subject) = (run.Step, run.SubjectId);
            span = Signals.Begin($"step {step}", run.Document!.Batch!.TraceParent);
            span?.SetTag("digitize.document", run.DocumentId).SetTag("digitize.page", run.PageId);
            var recipe = recipes.PinnedOn(run.Document);
            retry = recipe.Retry;
            var spec = recipe.Find(run.Step)
                ?? throw new InvalidDataException($"The pinned recipe has no step {run.Step}.");
            var context = new StepContext(
                db, blobs, held, run, recipe, spec.Options, storage.SpoolFolder, clock.GetUtcNow().UtcDateTime);
            var end = spec.Step.Missing(spec.Options).FirstOrDefault() is { } missing
                ? new StepOutcome.NeedsPerson(missing)
                : await deadline.RunAsync(token => spec.Step.RunAsync(context, token));
            await CommitAsync(db, run, lease, context, end, ct);
            outcome = end.GetType().Name;
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            // Asked to stop, or the lease is lost: the run is not ours to judge, whatever the step made of the stop.
            // Putting it back counts as no attempt.
            await scope.ServiceProvider.GetRequiredService<RunClaim>().GiveBackAsync(runId, lease, CancellationToken.None);
            outcome = "Stopped";
            throw new OperationCanceledException(ct);
        }
        catch (StepOverranException overran) when (isApart || isolation.IsPossible)
        {
            log.LogError(overran, "Step {Step} overran on {Subject}", step, subject);
            await new StepOverrun(scope.ServiceProvider, options, clock).RecordAsync(runId, lease, isApart);
            outcome = "Overran";
        }
        catch (Exception fault)
        {
            log.LogError(fault, "Step {Step} failed on {Subject}", step, subject);
            await new RunFault(scope.ServiceProvider, clock).RecordAsync(runId, lease, retry, fault);
        }
        finally
        {
            var took = clock.GetElapsedTime(began);
            span?.SetTag("digitize.outcome", outcome).Dispose();
            Signals.StepEnded(step, outcome, took);
            log.LogInformation(
                "Step {Step} of {Subject} ended {Outcome} in {Seconds} s", step, subject, outcome, took.TotalSeconds);
            await LetGoAsync(scope, deadline.LeftBehind);
        }
    }

    private static async Task LetGoAsync(AsyncServiceScope scope, Task? leftBehind)
    {
        if (leftBehind is null)
        {
            await scope.DisposeAsync();
            return;
        }

        // It may never end; then what it holds goes with the process.
        _ = leftBehind.ContinueWith(_ => scope.Dispose(), TaskScheduler.Default);
    }

    private async Task CommitAsync(
        DigitizeDb db, StepRun run, Guid lease, StepContext context, StepOutcome outcome, CancellationToken ct)
    {
        run.State = outcome switch
        {
            StepOutcome.NeedsPerson => RunState.NeedsPerson,
            StepOutcome.Rejected => RunState.Rejected,
            _ => RunState.Done,
        };
        run.Reason = outcome switch
        {
            StepOutcome.NeedsPerson person => person.Reason,
            StepOutcome.Rejected rejected => rejected.Reason,
            _ => null,
        };
        run.EndedAt = clock.GetUtcNow().UtcDateTime;
        run.Figures = context.Figures.Count == 0 ? null : JsonSerializer.Serialize(context.Figures, FiguresJson.Options);
        run.LeaseId = null;
        run.LeaseUntil = null;
        run.LastFault = null;
        if (run.Page is { } page && run.Reason is { } reason)
        {
            page.Reason = reason;
            page.State = run.State == RunState.Rejected ? PageState.Rejected : page.State;
        }

        if (run is { State: RunState.Done, Page: { State: PageState.Rejected } recovered } && !await IsRejectedOtherwiseAsync(db, run, ct))
        {
            (recovered.State, recovered.Reason) = (PageState.Captured, null);
        }

        // In one transaction with the rest, or a start that lost the lease would take away the rows of the one that won.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var names = context.Kept.Select(artefact => artefact.BlobName).ToList();
        await db.Artefacts.Where(artefact => names.Contains(artefact.BlobName)).ExecuteDeleteAsync(ct);
        db.Artefacts.AddRange(context.Kept);
        await context.BeforeSaving(ct);

        // The lease is the row's concurrency token: a start that lost it saves nothing.
        db.Entry(run).Property(r => r.LeaseId).OriginalValue = lease;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>An earlier version of this step may have set the page aside; another step's word stands.</summary>
    private static Task<bool> IsRejectedOtherwiseAsync(DigitizeDb db, StepRun run, CancellationToken ct) =>
        db.Runs.Standing(db.Runs)
            .AnyAsync(other => other.PageId == run.PageId && other.Step != run.Step && other.State == RunState.Rejected, ct);

    private async Task AdvanceAsync(Guid runId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DigitizeDb>();
        var run = await db.Runs.AsNoTracking().SingleAsync(r => r.Id == runId, ct);
        if (run.State == RunState.Due)
        {
            await scope.ServiceProvider.GetRequiredService<JobQueue>().EnqueueAsync(run, ct);
        }
        else if (run.State != RunState.Running && run.PageId is { } pageId)
        {
            await scope.ServiceProvider.GetRequiredService<ChainAdvance>().PageAsync(pageId, ct);
        }
    }
}
