using Digitize.Core.Rows;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Steps;
using Digitize.Pipeline.Tests.Line;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Pipeline.Tests.Chain;

public sealed class ReconcilerTests : IAsyncLifetime
{
    private readonly LineFixture _line = new LineFixture(
        new FakeStep("work"), new FakeStep("next", "work"), new FakeStep("publish") { Subject = StepSubject.Document })
        .WithRecipe("r", "work", "next", "publish");

    private Document _document = null!;

    public async Task InitializeAsync() => _document = await _line.AddDocumentAsync("r");

    public async Task DisposeAsync() => await _line.DisposeAsync();

    [Fact]
    public async Task ReconcileAsync_MakesAJob_WhenADueRunHasNone()
    {
        var run = await AddRunAsync(RunState.Due);

        Assert.Equal(1, await ReconcileAsync());

        Assert.Equal([run], _line.TakeJobs(Queues.Image));
    }

    [Fact]
    public async Task ReconcileAsync_MakesNoJob_WhenThereIsALiveOne()
    {
        await AddRunAsync(RunState.Due);
        await ReconcileAsync();

        Assert.Equal(0, await ReconcileAsync());
    }

    [Fact]
    public async Task ReconcileAsync_MakesAJobAgain_WhenTheQueueLostIt()
    {
        var run = await AddRunAsync(RunState.Due);
        await ReconcileAsync();
        _line.TakeJobs(Queues.Image);

        Assert.Equal(1, await ReconcileAsync());

        Assert.Equal([run], _line.TakeJobs(Queues.Image));
    }

    [Fact]
    public async Task ReconcileAsync_MakesAJob_OnlyWhenTheLeaseOfARunningOneRanOut()
    {
        await AddRunAsync(RunState.Running);
        Assert.Equal(0, await ReconcileAsync());

        _line.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(1, await ReconcileAsync());
    }

    [Fact]
    public async Task ReconcileAsync_FindsEveryRun_WhenThereAreMany()
    {
        await using (var db = _line.Open())
        {
            db.AddRange(Enumerable.Range(0, 1101).Select(i => Run(RunState.Due, $"{i}")));
            await db.SaveChangesAsync();
        }

        Assert.Equal(1101, await ReconcileAsync());
    }

    [Fact]
    public async Task ReconcileAsync_AdvancesADocument_WhenACrashFellBeforeItsFirstRun()
    {
        await ReconcileAsync();

        Assert.Equal(["work"], await DueAsync());
    }

    [Fact]
    public async Task ReconcileAsync_AdvancesADocument_WhenACrashFellBetweenTwoSteps()
    {
        await ReconcileAsync();
        await EndAllAsync();

        await ReconcileAsync();

        Assert.Equal(["next"], await DueAsync());
    }

    [Fact]
    public async Task ReconcileAsync_AdvancesAPackagedDocument_WhenACrashFellAfterAPageWasTakenUpAgain()
    {
        await ReconcileAsync();
        await using (var db = _line.Open())
        {
            await db.Documents.ExecuteUpdateAsync(document => document.SetProperty(d => d.PackagedAt, _line.Now));
        }

        _line.Clock.Advance(TimeSpan.FromMinutes(1));
        await EndAllAsync();

        await ReconcileAsync();

        Assert.Equal(["next"], await DueAsync());
    }

    [Fact]
    public async Task ReconcileAsync_GoesOn_WhenOneDocumentCannotBeAdvanced()
    {
        await using (var db = _line.Open())
        {
            await db.Documents.ExecuteUpdateAsync(document => document
                .SetProperty(d => d.RecipeHash, "other").SetProperty(d => d.RecipeYaml, "steps: [gone]"));
        }

        var second = await AddDocumentOfOtherScansAsync();

        await ReconcileAsync();

        await using var rows = _line.Open();
        Assert.Equal(second, (await rows.Runs.SingleAsync()).DocumentId);
    }

    private Task<int> ReconcileAsync() => _line.Services.GetRequiredService<Reconciler>().ReconcileAsync(default);

    private async Task<Guid> AddDocumentOfOtherScansAsync()
    {
        await using var db = _line.Open();
        await db.Files.ExecuteUpdateAsync(file => file.SetProperty(f => f.Sha256, "first"));
        return (await _line.AddDocumentAsync("r")).Id;
    }

    private async Task<Guid> AddRunAsync(RunState state)
    {
        await using var db = _line.Open();
        var run = Run(state, "input");
        db.Add(run);
        await db.SaveChangesAsync();
        return run.Id;
    }

    private StepRun Run(RunState state, string input) => new()
    {
        DocumentId = _document.Id,
        SubjectId = _document.Id,
        Step = "work",
        OptionsHash = "o",
        InputHash = input,
        Queue = Queues.Image,
        State = state,
        LeaseId = state == RunState.Running ? Guid.NewGuid() : null,
        LeaseUntil = state == RunState.Running ? _line.Now.AddSeconds(30) : null,
    };

    private async Task EndAllAsync()
    {
        await using var db = _line.Open();
        await db.Runs.ExecuteUpdateAsync(run => run.SetProperty(r => r.State, RunState.Done).SetProperty(r => r.EndedAt, _line.Now));
    }

    private async Task<List<string>> DueAsync()
    {
        await using var db = _line.Open();
        return await db.Runs.Where(run => run.State == RunState.Due).Select(run => run.Step).ToListAsync();
    }
}
