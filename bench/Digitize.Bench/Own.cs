using System.Diagnostics;
using System.Globalization;

namespace Digitize.Bench;

/// <summary>What this process knows of itself.</summary>
internal static class Own
{
    /// <summary>Wall seconds and processor seconds of the work alone, without the start of the process.</summary>
    public static void Report(Beginning began) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{Stopwatch.GetElapsedTime(began.Timestamp).TotalSeconds:F3} {(Environment.CpuUsage.TotalTime - began.Processor).TotalSeconds:F3}"));

    public static Beginning Begin() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

    public static double PeakMegabytes() => double.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))[6..^2],
        CultureInfo.InvariantCulture) / 1024;

    /// <summary>The peak begins anew (proc(5), clear_refs).</summary>
    public static void ForgetPeak() => File.WriteAllText("/proc/self/clear_refs", "5");
}

internal readonly record struct Beginning(long Timestamp, TimeSpan Processor);
