using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Steps;
using Digitize.Pipeline.Tests.Line;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Pipeline.Tests.Chain;

public sealed class StepRunnerTests : IAsyncLifetime
{
    private readonly FakeStep _work = new("work");
    private readonly FakeStep _next = new("next", "work");
    private readonly LineFixture _line;
    private int _starts;

    public StepRunnerTests() => _line = new LineFixture(_work, _next).WithRecipe("r", "work", "next");

    public async Task InitializeAsync()
    {
        var document = await _line.AddDocumentAsync("r");
        await _line.ScopedAsync<ChainAdvance>(chain => chain.DocumentAsync(document.Id, default));
        _line.TakeJobs(Queues.Image);
    }

    public async Task DisposeAsync() => await _line.DisposeAsync();

    [Fact]
    public async Task RunAsync_EndsTheRun_AndMakesTheNextWithItsJob()
    {
        Does((context, _) =>
        {
            context.Figures["degrees"] = 1.5;
            return Task.FromResult<StepOutcome>(new StepOutcome.Done());
        });

        await RunAsync();

        var run = await FindAsync("work");
        Assert.Equal((RunState.Done, 1, null, null, """{"degrees":1.5}"""), (run.State, run.Attempts, run.LeaseId, run.Reason, run.Figures));
        Assert.Equal(_line.Now, run.EndedAt);
        var next = await FindAsync("next");
        Assert.Equal(RunState.Due, next.State);
        Assert.Equal([next.Id], _line.TakeJobs(Queues.Image));
    }

    [Fact]
    public async Task RunAsync_AsksAPerson_AndTheRestOfThePageWaits()
    {
        var reason = new Reason("ocr-empty", "p1.png");
        Does((_, _) => Task.FromResult<StepOutcome>(new StepOutcome.NeedsPerson(reason)));

        await RunAsync();

        var run = await FindAsync("work");
        Assert.Equal((RunState.NeedsPerson, reason), (run.State, run.Reason));
        Assert.Equal((PageState.Captured, reason), (run.Page!.State, run.Page.Reason));
        Assert.Equal(1, await CountRunsAsync());
    }

    [Fact]
    public async Task RunAsync_SetsThePageAside_WhenItIsRejected()
    {
        var reason = new Reason("image-broken", "p1.png", "end of file");
        Does((_, _) => Task.FromResult<StepOutcome>(new StepOutcome.Rejected(reason)));

        await RunAsync();

        var run = await FindAsync("work");
        Assert.Equal((RunState.Rejected, PageState.Rejected, reason), (run.State, run.Page!.State, run.Page.Reason));
        Assert.Equal(1, await CountRunsAsync());
    }

    [Fact]
    public async Task RunAsync_AsksAPerson_WhenTheMachineLacksSomething()
    {
        var missing = new Reason("ocr-model-missing", "vie", "tesseract-ocr-vie");
        var work = new FakeStep("work") { MissingHere = [missing], Work = (_, _) => throw new InvalidOperationException("was started") };
        await using var line = new LineFixture(work).WithRecipe("r", "work");
        var document = await line.AddDocumentAsync("r");
        await line.ScopedAsync<ChainAdvance>(chain => chain.DocumentAsync(document.Id, default));

        await line.WorkAsync();

        await using var db = line.Open();
        var run = await db.Runs.SingleAsync();
        Assert.Equal((RunState.NeedsPerson, missing), (run.State, run.Reason));
    }

    [Fact]
    public async Task RunAsync_TriesAgainEverLater_UntilTheAttemptsAreUsedUp()
    {
        Does((_, _) => throw new InvalidDataException("bad luck"));

        await RunAsync();
        var first = await FindAsync("work");
        await RunAsync();
        Assert.Equal(1, _starts);
        _line.Clock.Advance(TimeSpan.FromSeconds(10));
        await RunAsync();
        var second = await FindAsync("work");
        _line.Clock.Advance(TimeSpan.FromSeconds(20));
        await RunAsync();

        var last = await FindAsync("work");
        Assert.Equal((RunState.Due, 1), (first.State, first.Faults));
        Assert.Equal(TimeSpan.FromSeconds(20), second.NotBefore - second.StartedAt);
        Assert.Equal((RunState.NeedsPerson, 3, 3), (last.State, last.Attempts, last.Faults));
        Assert.Equal(new Reason("step-failed", "work", "3", "p1.png", "InvalidDataException: bad luck"), last.Reason);
        Assert.Equal(last.Reason, last.Page!.Reason);
        Assert.Equal(1, await CountRunsAsync());
    }

    [Fact]
    public async Task RunAsync_SavesNothingOfAStartThatThrew()
    {
        Does(async (context, ct) =>
        {
            await KeepAsync(context, "half");
            context.Page.Label = "half";
            throw new InvalidDataException("bad luck");
        });

        await RunAsync();

        await using var db = _line.Open();
        Assert.Empty(await db.Artefacts.ToListAsync());
        Assert.Null((await db.Pages.SingleAsync()).Label);
    }

    [Fact]
    public async Task RunAsync_GivesTheRunBack_WhenAskedToStop()
    {
        using var stop = new CancellationTokenSource();
        Does(async (_, ct) =>
        {
            await stop.CancelAsync();
            ct.ThrowIfCancellationRequested();
            return new StepOutcome.Done();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(stop.Token));

        var run = await FindAsync("work");
        Assert.Equal((RunState.Due, 0, 0, 0, null), (run.State, run.Attempts, run.Faults, run.Crashes, run.LeaseId));
    }

    [Fact]
    public async Task RunAsync_GivesTheRunBack_WhenStoppingMakesTheStepThrowSomethingElse()
    {
        using var stop = new CancellationTokenSource();
        Does(async (_, _) =>
        {
            await stop.CancelAsync();
            throw new IOException("the pipe was closed");
        });

        await Record.ExceptionAsync(() => RunAsync(stop.Token));

        var run = await FindAsync("work");
        Assert.Equal((RunState.Due, 0, 0), (run.State, run.Attempts, run.Faults));
    }

    [Fact]
    public async Task RunAsync_CountsAFault_WhenTheStepTakesTooLong()
    {
        _line.Chain.StepTimeoutSeconds = 60;
        Does(async (_, ct) =>
        {
            // In small steps, so that the lease is renewed as it is when time passes by itself.
            for (var passed = 0; passed < 60; passed += 5)
            {
                _line.Clock.Advance(TimeSpan.FromSeconds(5));
                await Task.Delay(5, CancellationToken.None);
            }

            await Task.Delay(Timeout.Infinite, ct);
            return new StepOutcome.Done();
        });

        await RunAsync();

        var run = await FindAsync("work");
        Assert.Equal((RunState.Due, 1, 0), (run.State, run.Faults, run.Crashes));
        Assert.Contains("within 60 seconds", run.LastFault);
    }

    [Fact]
    public async Task RunAsync_SavesNothing_WhenTheLeaseWasLost()
    {
        var other = Guid.NewGuid();
        Does(async (context, _) =>
        {
            await KeepAsync(context, "mine");
            context.Page.Label = "mine";
            await using var db = _line.Open();
            await db.Runs.ExecuteUpdateAsync(run => run.SetProperty(r => r.LeaseId, other));
            return new StepOutcome.Done();
        });

        await RunAsync();

        var run = await FindAsync("work");
        Assert.Equal((RunState.Running, other, 0), (run.State, run.LeaseId, run.Faults));
        Assert.Null(run.Page!.Label);
        Assert.Empty(run.Artefacts);
    }

    [Fact]
    public async Task RunAsync_LeavesTheWinnersArtefacts_WhenTheLeaseWasLost()
    {
        Does(async (context, _) =>
        {
            var mine = await KeepAsync(context, "same");
            await using var db = _line.Open();
            db.Artefacts.Add(new Artefact
            {
                DocumentId = mine.DocumentId, PageId = mine.PageId, RunId = mine.RunId, Kind = mine.Kind,
                BlobName = mine.BlobName, MediaType = mine.MediaType, Sha256 = mine.Sha256, Length = mine.Length,
            });
            await db.SaveChangesAsync();
            await db.Runs.ExecuteUpdateAsync(run => run.SetProperty(r => r.LeaseId, (Guid?)null).SetProperty(r => r.State, RunState.Done));
            return new StepOutcome.Done();
        });

        await RunAsync();

        Assert.Single((await FindAsync("work")).Artefacts);
    }

    [Fact]
    public async Task RunAsync_StopsTheStep_WhenTheLeaseIsLostMeanwhile()
    {
        Does(async (_, ct) =>
        {
            await using (var db = _line.Open())
            {
                await db.Runs.ExecuteUpdateAsync(run => run.SetProperty(r => r.LeaseId, Guid.NewGuid()));
            }

            _line.Clock.Advance(TimeSpan.FromSeconds(_line.Chain.LeaseSeconds));
            await Task.Delay(TimeSpan.FromSeconds(30), ct);
            return new StepOutcome.Done();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync());

        Assert.Equal((RunState.Running, 1), ((await FindAsync("work")).State, (await FindAsync("work")).Attempts));
    }

    [Fact]
    public async Task RunAsync_KeepsTheLeaseAlive_WhileTheStepWorks()
    {
        DateTime? until = null;
        Does(async (_, _) =>
        {
            for (var i = 0; i < 100 && until is null; i++)
            {
                _line.Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(10, CancellationToken.None);
                await using var db = _line.Open();
                var run = await db.Runs.SingleAsync();
                until = run.LeaseUntil > run.StartedAt!.Value.AddSeconds(_line.Chain.LeaseSeconds) ? run.LeaseUntil : null;
            }

            return new StepOutcome.Done();
        });

        await RunAsync();

        Assert.NotNull(until);
    }

    [Fact]
    public async Task RunAsync_KeepsArtefactsAsBlobAndRow()
    {
        Does(async (context, _) =>
        {
            await KeepAsync(context, "chữ");
            return new StepOutcome.Done();
        });

        await RunAsync();

        var run = await FindAsync("work");
        var artefact = Assert.Single(run.Artefacts);
        Assert.Equal(("text", "text/plain", run.Page!.Id, run.DocumentId), (artefact.Kind, artefact.MediaType, artefact.PageId, artefact.DocumentId));
        Assert.Contains(run.RunHash(), artefact.BlobName);
        Assert.Equal(artefact.Length, await _line.Blobs.FindLengthAsync(artefact.BlobName, default));
        Assert.Empty(Directory.GetFiles(_line.Folder["spool"]));
    }

    [Fact]
    public async Task RunAsync_DoesNothing_WhenTheRunHasEnded()
    {
        Does((_, _) => Task.FromResult<StepOutcome>(new StepOutcome.Done()));
        var id = (await FindAsync("work")).Id;
        await RunAsync();

        await _line.Services.GetRequiredService<StepRunner>().RunAsync(id, default);

        Assert.Equal((1, 1), (_starts, (await FindAsync("work")).Attempts));
        Assert.Equal(2, await CountRunsAsync());
    }

    [Fact]
    public async Task RunAsync_HasOneRowForAnArtefact_WhenTheRunIsDoneAgain()
    {
        Does(async (context, _) =>
        {
            await KeepAsync(context, "text");
            return new StepOutcome.NeedsPerson(new Reason("ocr-empty", "x"));
        });
        await RunAsync();
        var id = (await FindAsync("work")).Id;
        await using (var db = _line.Open())
        {
            await db.Runs.ExecuteUpdateAsync(run => run.SetProperty(r => r.State, RunState.Due));
        }

        await _line.Services.GetRequiredService<StepRunner>().RunAsync(id, default);

        Assert.Single((await FindAsync("work")).Artefacts);
    }

    [Fact]
    public async Task RunAsync_AsksAPerson_WhenThePinnedRecipeCanNoLongerBeRead()
    {
        await using (var db = _line.Open())
        {
            await db.Documents.ExecuteUpdateAsync(document => document
                .SetProperty(d => d.RecipeHash, "other").SetProperty(d => d.RecipeYaml, "steps: [gone]"));
        }

        await Record.ExceptionAsync(() => RunAsync());

        var run = await FindAsync("work");
        Assert.Equal((RunState.NeedsPerson, "step-failed"), (run.State, run.Reason?.Code));
    }

    private void Does(Func<StepContext, CancellationToken, Task<StepOutcome>> work) => _work.Work = (context, ct) =>
    {
        _starts++;
        return work(context, ct);
    };

    private static Task<Artefact> KeepAsync(StepContext context, string text) => context.KeepAsync(
        "text", "txt", "text/plain", stream => stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text)).AsTask(), default);

    private async Task RunAsync(CancellationToken ct = default) =>
        await _line.Services.GetRequiredService<StepRunner>().RunAsync((await FindAsync("work")).Id, ct);

    private async Task<StepRun> FindAsync(string step)
    {
        await using var db = _line.Open();
        return await db.Runs.AsNoTracking().Include(run => run.Page).Include(run => run.Artefacts).SingleAsync(run => run.Step == step);
    }

    private async Task<int> CountRunsAsync()
    {
        await using var db = _line.Open();
        return await db.Runs.CountAsync();
    }
}
