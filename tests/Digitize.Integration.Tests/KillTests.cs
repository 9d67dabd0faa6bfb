using Digitize.Core.Rows;
using Digitize.Integration.Tests.Servers;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Digitize.Integration.Tests;

/// <summary>The process is killed (SIGKILL) at random moments, twenty times, and goes on each time where it was.</summary>
[Collection(ProcessTests.Name)]
public sealed class KillTests(LibraryServers servers, ITestOutputHelper output)
{
    private const int Kills = 20;

    private static readonly string[] Batches =
        ["quoc-ngu-print/KIEU-1911", "quoc-ngu-print/TIFF-NHIEU-TRANG", "han-nom-woodblock/LVT-1874", "manuscript/SO-TAY"];

    [Theory]
    [InlineData(Column.Desk)]
    [InlineData(Column.Library)]
    public async Task Serve_DoesEveryPageOnce_WhenKilledTwentyTimes(Column column)
    {
        using var installation = await Installation.CreateAsync(column, servers);
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        foreach (var batch in Batches)
        {
            installation.Drop(batch);
        }

        await using var services = installation.Open("line");
        var useful = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            // Start-up takes a second or two; moments are spread over it and over the work after it.
            await KillAfterAsync(installation, TimeSpan.FromSeconds(random.NextDouble() * 5));
            useful += await Ledger.IsThroughAsync(services, Batches.Length) ? 0 : 1;
        }

        output.WriteLine($"{useful} of {Kills} kills fell into unfinished work");
        using var last = installation.Serve("line");
        await Ledger.WaitUntilThroughAsync(services, Batches.Length, TimeSpan.FromMinutes(3));
        last.Kill();
        await using (var scope = services.CreateAsyncScope())
        {
            var crashes = await scope.ServiceProvider.GetRequiredService<DigitizeDb>().Runs
                .GroupBy(run => run.Crashes).Select(g => $"{g.Count()} runs saw {g.Key} crashes").ToListAsync();
            output.WriteLine(string.Join("; ", crashes));
        }

        // Enough of them hit the work itself, and none of the pages was blamed for it.
        Assert.True(useful >= Kills / 4, $"only {useful} kills fell into unfinished work");
        await using (var scope = services.CreateAsyncScope())
        {
            Assert.False(await scope.ServiceProvider.GetRequiredService<DigitizeDb>().Pages
                .AnyAsync(page => page.State == PageState.Rejected));
        }

        await Ledger.AssertWholeAsync(services, pages: 13, [installation.Done]);
    }

    private static async Task KillAfterAsync(Installation installation, TimeSpan moment)
    {
        using var line = installation.Serve("line");
        await Task.Delay(moment);
        Assert.False(line.Process.HasExited, installation.Output("line"));
        line.Kill();
    }
}
