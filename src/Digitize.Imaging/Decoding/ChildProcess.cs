using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Digitize.Imaging.Decoding;

/// <param name="CpuSeconds">What the file may cost; a machine that is busy with others makes nobody guilty.</param>
/// <param name="Patience">After so long it is killed, whatever it waits for.</param>
/// <param name="Megabytes">Memory of its own, and size of each file it writes.</param>
internal sealed record ChildLimits(int CpuSeconds, TimeSpan Patience, int Megabytes)
{
    private const int WaitsPerSecondOfWork = 10;

    public ChildLimits(int cpuSeconds, int megabytes)
        : this(cpuSeconds, TimeSpan.FromSeconds(cpuSeconds * WaitsPerSecondOfWork), megabytes) { }
}

/// <param name="Output">What it wrote to stdout, up to four million characters.</param>
/// <param name="Complaint">The first line it wrote to stderr, or <c>no message</c>.</param>
internal sealed record ChildEnd(int ExitCode, string Output, string Complaint);

/// <summary>
/// A program run without a shell on a hostile file, within limits that the kernel holds it to, and killed with all its
/// children when it takes too long.
/// </summary>
internal static class ChildProcess
{
    private const int LongestOutput = 4 << 20;
    private const int EndedBySignal = 128;
    private const int Abort = 6;
    private const int OutOfCpu = 24;

    // Illegal instruction, abort, bus error, arithmetic, segmentation fault: its own doing, nobody else's.
    private static readonly int[] Crashes = [4, Abort, 7, 8, 11];

    /// <exception cref="BrokenImageException">The file made it crash, or cost more than the limits allow.</exception>
    /// <exception cref="TimeoutException">It was killed before it had used up its time.</exception>
    /// <exception cref="InvalidOperationException">It is not installed, or someone ended it.</exception>
    public static async Task<ChildEnd> RunAsync(
        string program,
        IEnumerable<string> arguments,
        ChildLimits limits,
        CancellationToken ct,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = new Process { StartInfo = Start(program, arguments, limits) };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            process.StartInfo.Environment[name] = value;
        }

        ct.ThrowIfCancellationRequested();
        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("prlimit cannot be started; is util-linux installed?", missing);
        }

        // Reading a pipe does not heed a token; killing the writer ends it.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await using var kill = end.Token.Register(() => process.Kill(entireProcessTree: true));
        end.CancelAfter(limits.Patience);
        var complaint = FirstLineAsync(process.StandardError);
        var output = await TextAsync(process.StandardOutput);
        var said = new ChildEnd(await ExitCodeAsync(process), output, await complaint);

        ct.ThrowIfCancellationRequested();
        return end.IsCancellationRequested
            ? throw new TimeoutException($"{program} was stopped after {limits.Patience.TotalSeconds:0} seconds.")
            : Judged(said, Path.GetFileName(program), limits);
    }

    private static ProcessStartInfo Start(string program, IEnumerable<string> arguments, ChildLimits limits)
    {
        var bytes = string.Create(CultureInfo.InvariantCulture, $"{(long)limits.Megabytes << 20}");
        var cpu = string.Create(CultureInfo.InvariantCulture, $"--cpu={limits.CpuSeconds}:{limits.CpuSeconds + 1}");
        return new ProcessStartInfo(
            "prlimit", ["--core=0", cpu, $"--data={bytes}", $"--fsize={bytes}", "--", program, .. arguments])
        {
            // Held open: a child that watches it ends itself when this process dies.
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private static async Task<int> ExitCodeAsync(Process process)
    {
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }

    private static ChildEnd Judged(ChildEnd said, string program, ChildLimits limits) =>
        (said.ExitCode - EndedBySignal) switch
        {
            OutOfCpu => throw new BrokenImageException($"{program}: {limits.CpuSeconds} s", code: "image-slow"),
            Abort when said.Complaint.Contains("memory", StringComparison.OrdinalIgnoreCase) =>
                throw new BrokenImageException($"{program}: {limits.Megabytes} MB", code: "image-memory"),
            var signal when Crashes.Contains(signal) =>
                throw new BrokenImageException($"{program}: signal {signal}", code: "image-crashes"),
            >= 0 and var signal =>
                // Ended from outside (a terminal's Ctrl+C, the machine's memory): that says nothing about the file.
                throw new InvalidOperationException($"{program} was ended by signal {signal}."),
            -1 or -2 when said.Complaint.StartsWith("prlimit", StringComparison.Ordinal) =>
                throw new InvalidOperationException(said.Complaint),
            _ => said,
        };

    // Read to the end, or a chatty process would wait for ever; kept is one line.
    private static async Task<string> FirstLineAsync(StreamReader errors)
    {
        var first = await errors.ReadLineAsync();
        await DrainAsync(errors);
        return first ?? "no message";
    }

    private static async Task<string> TextAsync(StreamReader output)
    {
        var text = new char[LongestOutput];
        var length = await output.ReadBlockAsync(text);
        await DrainAsync(output);
        return new string(text, 0, length);
    }

    private static async Task DrainAsync(StreamReader reader)
    {
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer) > 0)
        {
        }
    }
}
