using System.Diagnostics;
using Digitize.Imaging.Decoding;

namespace Digitize.Imaging.Tests;

public sealed class ChildProcessTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);
    private static readonly ChildLimits Ample = new(10, 2_000);

    [Fact]
    public async Task RunAsync_KillsTheProgram_WhenItTakesTooLong()
    {
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAsync<TimeoutException>(() => ChildProcess.RunAsync("sleep", ["30"], Ample with { Patience = Short }, default));

        Assert.True(watch.Elapsed < Long / 3, $"{watch.Elapsed}");
    }

    [Fact]
    public async Task RunAsync_KillsTheProgram_WhenCancelled()
    {
        using var soon = new CancellationTokenSource(Short);
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ChildProcess.RunAsync("sleep", ["30"], Ample, soon.Token));

        Assert.True(watch.Elapsed < Long / 3, $"{watch.Elapsed}");
    }

    [Fact]
    public async Task RunAsync_GivesTheComplaint_WithArgumentsUntouchedByAShell()
    {
        var end = await ChildProcess.RunAsync("ls", ["--", "/no such $(place); here"], Ample, default);

        Assert.Contains("/no such $(place); here", end.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_IsAFault_WhenTheProgramIsMissing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => ChildProcess.RunAsync("digitize-no-such-program", [], Ample, default));
    }
}
