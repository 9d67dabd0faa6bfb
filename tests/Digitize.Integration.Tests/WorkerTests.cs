using Digitize.Core.Rows;
using Digitize.Integration.Tests.Servers;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Integration.Tests;

[Collection(ProcessTests.Name)]
public sealed class WorkerTests(LibraryServers servers)
{
    private const string StepEnded = "Step {Step} of {Subject} ended {Outcome}";

    [Fact]
    public async Task Workers_ShareABatchAndDoNoPageTwice_OnPostgresAndAzurite()
    {
        using var installation = await Installation.CreateAsync(Column.Library, servers);
        installation.Drop("quoc-ngu-print/KIEU-1911");
        installation.Drop("quoc-ngu-print/TIFF-NHIEU-TRANG");
        await using var services = installation.Open("one");

        using var one = installation.Start("one", ["worker"]);
        using var two = installation.Start("two", ["worker", "--queues", "image,ocr"]);
        await Ledger.WaitUntilThroughAsync(services, 2, TimeSpan.FromMinutes(3));
        Assert.Equal(0, await one.TerminateAsync());
        Assert.Equal(0, await two.TerminateAsync());

        await Ledger.AssertWholeAsync(services, 8, [installation.Done]);
        var ended = new[] { "one", "two" }.Select(name => StepsEnded(installation, name)).ToList();
        Assert.All(ended, steps => Assert.True(steps > 0, "each worker did a part"));
        await using var scope = services.CreateAsyncScope();
        Assert.Equal(await scope.ServiceProvider.GetRequiredService<DigitizeDb>().Runs.CountAsync(), ended.Sum());
    }

    [Fact]
    public async Task Serve_FinishesOrPutsBackItsSteps_OnSigterm()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);
        installation.Drop("quoc-ngu-print/KIEU-1911");
        await using var services = installation.Open("line");
        using var line = installation.Serve("line");
        while (StepsEnded(installation, "line") < 2)
        {
            await Task.Delay(100);
        }

        Assert.Equal(0, await line.TerminateAsync());

        await using var scope = services.CreateAsyncScope();
        var runs = await scope.ServiceProvider.GetRequiredService<DigitizeDb>().Runs.ToListAsync();
        Assert.DoesNotContain(runs, run => run.State == RunState.Running);
        Assert.All(runs, run => Assert.Equal((0, 0), (run.Crashes, run.Faults)));
        using var again = installation.Serve("line");
        await Ledger.WaitUntilThroughAsync(services, 1, TimeSpan.FromMinutes(2));
        again.Kill();
        await Ledger.AssertWholeAsync(services, 5, [installation.Done]);
    }

    private static int StepsEnded(Installation installation, string process) =>
        installation.Output(process).Split('\n').Count(line => line.Contains(StepEnded, StringComparison.Ordinal));
}
