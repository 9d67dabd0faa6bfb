using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Digitize.Pipeline;

/// <summary>What the line tells OpenTelemetry.</summary>
public static class Signals
{
    public const string Name = "Digitize";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Steps = Meter.CreateCounter<long>(
        "digitize.step.count", "{run}", "Step runs that ended, by step and outcome.");

    private static readonly Histogram<double> StepSeconds = Meter.CreateHistogram<double>(
        "digitize.step.duration", "s", "Time from claim to commit, by step and outcome.");

    private static readonly Counter<long> Files = Meter.CreateCounter<long>(
        "digitize.intake.files", "{file}", "Files that came to an end at intake, by end.");

    public static ActivitySource Traces { get; } = new(Name);

    public static void StepEnded(string step, string outcome, TimeSpan duration)
    {
        var tags = new TagList { { "step", step }, { "outcome", outcome } };
        Steps.Add(1, tags);
        StepSeconds.Record(duration.TotalSeconds, tags);
    }

    public static void FileEnded(string state) => Files.Add(1, new TagList { { "end", state } });

    /// <summary>A span under the batch's trace, which runs from the first file to publication.</summary>
    public static Activity? Begin(string name, string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent)
            ? Traces.StartActivity(name, ActivityKind.Internal, parent)
            : Traces.StartActivity(name);
}
