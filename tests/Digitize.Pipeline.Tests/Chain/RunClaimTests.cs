using Digitize.Core.Rows;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Tests.Line;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Tests.Chain;

public sealed class RunClaimTests : IAsyncLifetime
{
    private readonly LineFixture _line = new LineFixture(new FakeStep("work")).WithRecipe("r", "work");
    private Guid _run;

    public async Task InitializeAsync()
    {
        var document = await _line.AddDocumentAsync("r");
        await _line.ScopedAsync<ChainAdvance>(chain => chain.DocumentAsync(document.Id, default));
        _run = (await RunAsync()).Id;
    }

    public async Task DisposeAsync() => await _line.DisposeAsync();

    [Fact]
    public async Task TakeAsync_CountsTheAttemptBeforeTheStepBegins()
    {
        var lease = await TakeAsync();

        var run = await RunAsync();
        Assert.Equal((RunState.Running, 1, 0, lease), (run.State, run.Attempts, run.Crashes, run.LeaseId));
        Assert.Equal(_line.Now.AddSeconds(_line.Chain.LeaseSeconds), run.LeaseUntil);
    }

    [Fact]
    public async Task TakeAsync_GivesTheRunToOne_WhenTwoWantIt()
    {
        var leases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(TakeAsync)));

        Assert.Single(leases, lease => lease is not null);
        Assert.Equal(1, (await RunAsync()).Attempts);
    }

    [Fact]
    public async Task TakeAsync_CountsACrash_WhenTheLeaseRanOut()
    {
        await TakeAsync();
        _line.Clock.Advance(TimeSpan.FromSeconds(_line.Chain.LeaseSeconds));
        Assert.Null(await TakeAsync());
        _line.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.NotNull(await TakeAsync());

        var run = await RunAsync();
        Assert.Equal((2, 1), (run.Attempts, run.Crashes));
    }

    [Fact]
    public async Task TakeAsync_Waits_UntilTheBackOffIsOver()
    {
        await SetAsync(run => run.NotBefore = _line.Now.AddSeconds(10));

        Assert.Null(await TakeAsync());
        _line.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.NotNull(await TakeAsync());
    }

    [Theory]
    [InlineData(RunState.Done)]
    [InlineData(RunState.NeedsPerson)]
    [InlineData(RunState.Rejected)]
    public async Task TakeAsync_LeavesWhatHasEnded(RunState state)
    {
        await SetAsync(run => run.State = state);

        Assert.Null(await TakeAsync());
    }

    [Fact]
    public async Task GiveBackAsync_CountsNoAttempt()
    {
        var lease = await TakeAsync();

        await _line.ScopedAsync<RunClaim>(claim => claim.GiveBackAsync(_run, lease!.Value, default));

        var run = await RunAsync();
        Assert.Equal((RunState.Due, 0, 0, null), (run.State, run.Attempts, run.Crashes, run.LeaseId));
    }

    [Fact]
    public async Task GiveBackAsync_DoesNothing_WhenSomeoneElseHasIt()
    {
        var lease = await TakeAsync();

        await _line.ScopedAsync<RunClaim>(claim => claim.GiveBackAsync(_run, Guid.NewGuid(), default));

        Assert.Equal((RunState.Running, lease), ((await RunAsync()).State, (await RunAsync()).LeaseId));
    }

    [Fact]
    public async Task ExpireAllAsync_FreesWhatADeadProcessHeld()
    {
        await TakeAsync();

        Assert.Equal(1, await _line.ScopedAsync<RunClaim, int>(claim => claim.ExpireAllAsync(default)));

        Assert.NotNull(await TakeAsync());
        Assert.Equal(1, (await RunAsync()).Crashes);
    }

    private Task<Guid?> TakeAsync() => _line.ScopedAsync<RunClaim, Guid?>(claim => claim.TakeAsync(_run, default));

    private async Task<StepRun> RunAsync()
    {
        await using var db = _line.Open();
        return await db.Runs.AsNoTracking().SingleAsync();
    }

    private async Task SetAsync(Action<StepRun> change)
    {
        await using var db = _line.Open();
        change(await db.Runs.SingleAsync());
        await db.SaveChangesAsync();
    }
}
