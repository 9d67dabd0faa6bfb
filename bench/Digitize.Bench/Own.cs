using System.Diagnostics;
using System.Globalization;

namespace Digitize.Bench;

/// <summary>What this process knows of itself.</summary>
internal static class Own
{
    /// <summary>Seconds since then, and the most memory the process ever held, in MB.</summary>
    public static void Report(long began) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(began).TotalSeconds:F3} {PeakMegabytes():F0}"));

    public static double PeakMegabytes() => double.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))[6..^2],
        CultureInfo.InvariantCulture) / 1024;

    /// <summary>The peak begins anew (proc(5), clear_refs).</summary>
    public static void ForgetPeak() => File.WriteAllText("/proc/self/clear_refs", "5");
}
