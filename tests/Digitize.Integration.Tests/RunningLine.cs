using System.Diagnostics;

namespace Digitize.Integration.Tests;

/// <summary>A process of the program that is ended with the test: politely (SIGTERM), or by force.</summary>
internal sealed class RunningLine(Process process) : IDisposable
{
    public Process Process { get; } = process;

    /// <summary>SIGTERM to the program; its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        Signal("-TERM", $"{Process.Id}");
        await Process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return Process.ExitCode;
    }

    /// <summary>SIGKILL to the whole group at once, as when the machine loses power.</summary>
    public void Kill()
    {
        Signal("-KILL", $"-{Process.Id}");
        Process.WaitForExit();
    }

    public void Dispose()
    {
        if (!Process.HasExited)
        {
            Kill();
        }

        Process.Dispose();
    }

    private static void Signal(string signal, string target)
    {
        using var kill = System.Diagnostics.Process.Start("kill", [signal, "--", target]);
        kill.WaitForExit();
    }
}
