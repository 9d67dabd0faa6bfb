using System.Diagnostics;
using Digitize.Core.Rows;
using Digitize.Integration.Tests.Servers;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Integration.Tests;

/// <summary>The store lies on a small tmpfs. Needs root to mount it, which CI has.</summary>
[Collection(ProcessTests.Name)]
public sealed class FullDiskTests(LibraryServers servers)
{
    [Fact]
    public async Task Batch_WaitsAndGoesOn_WhenTheDiskHasNoRoomForIt()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);
        using var disk = new SmallDisk(Path.Combine(installation.DataFolder("line"), "blobs"), megabytes: 8);
        installation.Drop("quoc-ngu-print/KIEU-1911");
        await using var services = installation.Open("line");
        using var line = installation.Serve("line");

        await WaitAsync(services, db => db.Batches.AnyAsync(b => b.State == BatchState.Held));
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<DigitizeDb>();
            Assert.Equal("disk-full", (await db.Batches.SingleAsync()).Reason!.Code);
            Assert.Empty(await db.Files.Where(file => file.Moved).ToListAsync());
        }

        disk.Resize(megabytes: 200);
        await Ledger.WaitUntilThroughAsync(services, 1, TimeSpan.FromMinutes(2));
        line.Kill();
        await Ledger.AssertWholeAsync(services, 5, [installation.Done]);
    }

    [Fact]
    public async Task Page_AsksAPerson_WhenTheDiskFillsDuringAStep()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);
        using var recipes = new TempFolder();
        var recipe = File.ReadAllText(Path.Combine(Checkout.Root, "pipelines/manuscript.yaml"));
        File.WriteAllText(
            recipes["manuscript.yaml"], recipe.Replace("attempts: 5, backoffSeconds: 10", "attempts: 2, backoffSeconds: 0", StringComparison.Ordinal));
        installation.Set("Digitize__Chain__RecipeFolder", recipes.Path);
        installation.Set("Digitize__Intake__ReserveMegabytes", "0");
        using var disk = new SmallDisk(Path.Combine(installation.DataFolder("line"), "blobs"), megabytes: 2);
        installation.Drop("manuscript/SO-TAY");
        await using var services = installation.Open("line");
        using var line = installation.Serve("line");

        await WaitAsync(services, async db => await db.Runs.AnyAsync(r => r.State == RunState.NeedsPerson)
            && !await db.Runs.AnyAsync(r => r.State == RunState.Due || r.State == RunState.Running));
        await using (var scope = services.CreateAsyncScope())
        {
            var asked = await scope.ServiceProvider.GetRequiredService<DigitizeDb>().Runs
                .Where(run => run.State == RunState.NeedsPerson).ToListAsync();
            Assert.All(asked, run => Assert.Equal("step-failed", run.Reason!.Code));
        }

        line.Kill();
    }

    private static async Task WaitAsync(ServiceProvider services, Func<DigitizeDb, Task<bool>> holds)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            await using var scope = services.CreateAsyncScope();
            try
            {
                if (await holds(scope.ServiceProvider.GetRequiredService<DigitizeDb>()))
                {
                    return;
                }
            }
            catch (System.Data.Common.DbException)
            {
                // The tables are being made.
            }

            await Task.Delay(500);
        }

        Assert.Fail("It did not come to that in time.");
    }

    private sealed class SmallDisk : IDisposable
    {
        private readonly string _folder;

        public SmallDisk(string folder, int megabytes)
        {
            _folder = folder;
            Directory.CreateDirectory(folder);
            Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder);
        }

        public void Resize(int megabytes) => Run("mount", "-o", $"remount,size={megabytes}m", _folder);

        public void Dispose() => Run("umount", "-l", _folder);

        private static void Run(string program, params string[] arguments)
        {
            using var process = Process.Start(program, arguments);
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {process.ExitCode}");
        }
    }
}
