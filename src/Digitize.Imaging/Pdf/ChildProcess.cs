using System.ComponentModel;
using System.Diagnostics;

namespace Digitize.Imaging.Pdf;

/// <summary>A program run without a shell, killed with all its children when it takes too long.</summary>
internal static class ChildProcess
{
    private const int EndedBySignal = 128;

    /// <returns>The first line it wrote to stderr, or <c>no message</c>.</returns>
    /// <exception cref="TimeoutException">It was killed.</exception>
    /// <exception cref="InvalidOperationException">It is not installed, or a signal ended it.</exception>
    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, TimeSpan patience, CancellationToken ct)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardError = true },
        };
        ct.ThrowIfCancellationRequested();
        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{program} cannot be started; is its package installed?", missing);
        }

        // Reading a pipe does not heed a token; killing the writer ends it.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await using var kill = end.Token.Register(() => process.Kill(entireProcessTree: true));
        end.CancelAfter(patience);
        var complaint = await FirstLineAsync(process.StandardError);
        await process.WaitForExitAsync(CancellationToken.None);

        ct.ThrowIfCancellationRequested();
        if (end.IsCancellationRequested)
        {
            throw new TimeoutException($"{program} was stopped after {patience.TotalSeconds:0} seconds.");
        }

        // Ended by a signal from outside (a terminal's Ctrl+C, too little memory): that says nothing about the file.
        return process.ExitCode >= EndedBySignal
            ? throw new InvalidOperationException($"{program} was ended by signal {process.ExitCode - EndedBySignal}.")
            : complaint;
    }

    // Read to the end, or a chatty process would wait for ever; kept is one line.
    private static async Task<string> FirstLineAsync(StreamReader errors)
    {
        var first = await errors.ReadLineAsync();
        var buffer = new char[4096];
        while (await errors.ReadAsync(buffer) > 0)
        {
        }

        return first ?? "no message";
    }
}
