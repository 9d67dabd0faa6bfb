using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Tests.Line;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Pipeline.Tests.Chain;

/// <summary>A run that was under way in two deaths is tried in a process of its own; the process is a stand-in here.</summary>
public sealed class StepIsolationTests : IAsyncLifetime
{
    private readonly FakeStep _work = new("work");
    private readonly LineFixture _line;

    public StepIsolationTests() => _line = new LineFixture(_work).WithRecipe("r", "work");

    public async Task InitializeAsync()
    {
        var document = await _line.AddDocumentAsync("r");
        await _line.ScopedAsync<ChainAdvance>(chain => chain.DocumentAsync(document.Id, default));
    }

    public async Task DisposeAsync() => await _line.DisposeAsync();

    [Theory]
    [InlineData("kill -9 $$")]
    [InlineData("exit 139")]
    public async Task RunAsync_SetsThePageAside_WhenTheProcessDies(string death)
    {
        await SuspectAsync(death);

        await _line.WorkAsync();

        var run = await RunAsync();
        Assert.Equal((RunState.Rejected, 3, null), (run.State, run.Crashes, run.LeaseId));
        Assert.Equal(new Reason("step-crashed", "work", "3", "p1.png"), run.Reason);
        Assert.Equal((PageState.Rejected, run.Reason), (run.Page!.State, run.Page.Reason));
    }

    [Theory]
    [InlineData("exit 1")]
    [InlineData("kill -INT $$")]
    [InlineData("kill -TERM $$")]
    public async Task RunAsync_BlamesNothingOnThePage_WhenTheProcessEndsOfItselfOrIsStopped(string end)
    {
        await SuspectAsync(end);
        var before = await RunAsync();

        await _line.Services.GetRequiredService<StepRunner>().RunAsync(before.Id, default);

        var run = await RunAsync();
        Assert.Equal((RunState.Due, 1, 2), (run.State, run.Faults, run.Crashes));
        Assert.NotEqual(PageState.Rejected, run.Page!.State);
    }

    [Fact]
    public async Task RunAsync_TellsTheProcessWhichRunAndWhichLease()
    {
        await SuspectAsync($"echo \"$0 $1\" > {_line.Folder["told"]}; exit 0");
        var before = await RunAsync();

        await _line.WorkAsync();

        Assert.Equal($"{before.Id} {(await RunAsync()).LeaseId}", File.ReadAllText(_line.Folder["told"]).Trim());
    }

    [Fact]
    public async Task RunAsync_StaysInThisProcess_WhileThereIsNoSuspicion()
    {
        _line.Chain.IsolationCommand = ["/bin/sh", "-c", "exit 1"];

        await _line.WorkAsync();

        Assert.Equal(RunState.Done, (await RunAsync()).State);
    }

    [Fact]
    public async Task RunAsync_LeavesTheStepBehindAndStartsItApart_WhenItOverrunsAndDoesNotHeedItsStop()
    {
        var hanging = new TaskCompletionSource<StepOutcome>();
        var started = new TaskCompletionSource();
        _line.Chain.IsolationCommand = ["/bin/sh", "-c", $"echo apart > {_line.Folder["told"]}; kill -9 $$"];
        _work.Work = (_, _) =>
        {
            started.SetResult();
            return hanging.Task;
        };
        var first = _line.Services.GetRequiredService<StepRunner>().RunAsync((await RunAsync()).Id, default);
        await started.Task;

        await PassTimeAsync(first);

        var run = await RunAsync();
        Assert.Equal((RunState.Due, 2, 0, null), (run.State, run.Crashes, run.Faults, run.LeaseId));
        await _line.WorkAsync();
        Assert.Equal("apart", File.ReadAllText(_line.Folder["told"]).Trim());
        Assert.Equal(RunState.Rejected, (await RunAsync()).State);
        hanging.SetResult(new StepOutcome.Done());
    }

    [Fact]
    public async Task RunAsync_KillsTheProcessAndSetsThePageAside_WhenItOverrunsToo()
    {
        await SuspectAsync($"echo $$ > {_line.Folder["told"]}; exec sleep 600");
        var apart = _line.Services.GetRequiredService<StepRunner>().RunAsync((await RunAsync()).Id, default);
        while (!File.Exists(_line.Folder["told"]) || File.ReadAllText(_line.Folder["told"]).Length < 2)
        {
            await Task.Delay(20);
        }

        await PassTimeAsync(apart);

        var run = await RunAsync();
        Assert.Equal((RunState.Rejected, PageState.Rejected), (run.State, run.Page!.State));
        Assert.Equal(new Reason("step-overran", "work", "900", "p1.png"), run.Reason);
        Assert.False(Directory.Exists($"/proc/{File.ReadAllText(_line.Folder["told"]).Trim()}"), "the process is gone");
    }

    [Fact]
    public async Task RunClaimedAsync_SetsThePageAside_WhenTheStepHeedsItsStopInAProcessOfItsOwn()
    {
        var started = new TaskCompletionSource();
        _work.Work = async (_, ct) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return new StepOutcome.Done();
        };
        var runId = (await RunAsync()).Id;
        var lease = await _line.ScopedAsync<RunClaim, Guid?>(claim => claim.TakeAsync(runId, default));
        var apart = _line.Services.GetRequiredService<StepRunner>().RunClaimedAsync(runId, lease!.Value, default);
        await started.Task;

        await PassTimeAsync(apart);

        Assert.Equal("step-overran", (await RunAsync()).Reason!.Code);
    }

    // The clock stands still but for this; timers are made while it passes.
    private async Task PassTimeAsync(Task untilDone)
    {
        while (!untilDone.IsCompleted)
        {
            _line.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(10);
        }

        await untilDone;
    }

    private async Task SuspectAsync(string script)
    {
        _line.Chain.IsolationCommand = ["/bin/sh", "-c", script];
        _work.Work = (_, _) => throw new InvalidOperationException("started in this process");
        await using var db = _line.Open();
        await db.Runs.ExecuteUpdateAsync(run => run.SetProperty(r => r.Crashes, 2));
    }

    private async Task<StepRun> RunAsync()
    {
        await using var db = _line.Open();
        return await db.Runs.AsNoTracking().Include(run => run.Page).SingleAsync();
    }
}
