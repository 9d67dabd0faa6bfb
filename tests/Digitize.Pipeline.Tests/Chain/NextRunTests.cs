using Digitize.Core.Rows;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Steps;
using Digitize.Pipeline.Tests.Line;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Tests.Chain;

/// <summary>A worker that stays with its page.</summary>
public sealed class NextRunTests : IAsyncLifetime
{
    private readonly FakeStep _first = new("first");
    private readonly LineFixture _line;

    public NextRunTests() => _line = new LineFixture(_first, new FakeStep("second", "first"), new FakeStep("third", "second"))
        .WithRecipe("r", "first", "second", "third");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _line.DisposeAsync();

    [Fact]
    public async Task Job_DoesAllStepsOfItsPage_AndNoOtherPage()
    {
        await BeginAsync(pages: 2);

        await JobAsync();

        Assert.Equal(["first", "second", "third"], await StepsAsync(RunState.Done));
        Assert.Equal(["first"], await StepsAsync(RunState.Due));
    }

    [Fact]
    public async Task Job_LeavesAJobForEachRun_SoThatNothingIsLostWhenTheWorkerDies()
    {
        await BeginAsync();
        var first = Assert.Single(_line.TakeJobs(Queues.Image));

        await _line.ScopedAsync<StepJob>(job => job.RunAsync(first, default));

        Assert.Equal(2, _line.TakeJobs(Queues.Image).Count);
        Assert.All(await RunsAsync(), run => Assert.Equal(1, run.Attempts));
    }

    [Fact]
    public async Task Job_DoesARunOnce_WhenItsOwnJobComesLater()
    {
        await BeginAsync();
        await JobAsync();

        foreach (var left in _line.TakeJobs(Queues.Image))
        {
            await _line.ScopedAsync<StepJob>(job => job.RunAsync(left, default));
        }

        Assert.All(await RunsAsync(), run => Assert.Equal((RunState.Done, 1), (run.State, run.Attempts)));
    }

    [Fact]
    public async Task Job_EndsAtAFault_WhichWaitsForItsBackOff()
    {
        _first.Work = (_, _) => throw new IOException("disk");
        await BeginAsync();

        await JobAsync();

        var run = Assert.Single(await RunsAsync());
        Assert.Equal((RunState.Due, 1), (run.State, run.Faults));
    }

    [Fact]
    public async Task Job_LetsGoOfItsPage_WhenSomethingUrgentIsDue()
    {
        await BeginAsync(pages: 2);
        await using (var db = _line.Open())
        {
            var urgent = new Document
            {
                BatchId = (await db.Batches.SingleAsync()).Id, Shelfmark = "U", Title = "U", RecipeName = "r", RecipeHash = "", RecipeYaml = "",
                Priority = Priority.Urgent,
            };
            db.Add(urgent);
            db.Add(new StepRun
            {
                Document = urgent, SubjectId = urgent.Id, Step = "first", StepVersion = 1, OptionsHash = "", InputHash = "", Queue = Queues.Image,
            });
            await db.SaveChangesAsync();
        }

        await JobAsync();

        Assert.Equal(["first"], await StepsAsync(RunState.Done));
    }

    [Fact]
    public async Task Job_LeavesTheNextStep_WhenThisProcessDoesNotServeItsQueue()
    {
        _line.Chain.Queues = [Queues.Ocr];
        await BeginAsync();

        await JobAsync();

        Assert.Equal(["first"], await StepsAsync(RunState.Done));
        Assert.Equal(["second"], await StepsAsync(RunState.Due));
    }

    private async Task BeginAsync(int pages = 1)
    {
        var document = await _line.AddDocumentAsync("r", pages);
        await _line.ScopedAsync<ChainAdvance>(chain => chain.DocumentAsync(document.Id, default));
    }

    private async Task JobAsync()
    {
        var run = (await RunsAsync()).OrderBy(r => r.Id).First(r => r.PageId is not null).Id;
        await _line.ScopedAsync<StepJob>(job => job.RunAsync(run, default));
    }

    private async Task<List<StepRun>> RunsAsync()
    {
        await using var db = _line.Open();
        return await db.Runs.ToListAsync();
    }

    private async Task<List<string>> StepsAsync(RunState state) =>
        [.. (await RunsAsync()).Where(run => run.PageId is not null && run.State == state).Select(run => run.Step).Order()];
}
