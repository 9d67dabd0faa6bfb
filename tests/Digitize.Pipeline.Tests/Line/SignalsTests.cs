using System.Diagnostics;
using System.Diagnostics.Metrics;
using Digitize.Core.Rows;
using Digitize.Pipeline.Steps;

namespace Digitize.Pipeline.Tests.Line;

public sealed class SignalsTests
{
    [Fact]
    public async Task Line_IsOneTraceFromFileToPublication_AndCountsEachStep()
    {
        await using var line = new LineFixture(
            new FakeStep("work"), new FakeStep("publish", "work") { Subject = StepSubject.Document }).WithRecipe("r", "work", "publish");
        line.Drop("r/LO/1.png", Scans.Png(1));
        line.Drop("r/LO/2.png", Scans.Png(2));
        var spans = new List<(string Name, string Trace)>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Signals.Name,
            // As OpenTelemetry's default sampler does: what its parent did not record is dropped.
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent == default || options.Parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded)
                    ? ActivitySamplingResult.AllDataAndRecorded
                    : ActivitySamplingResult.None,
            ActivityStopped = span => spans.Add((span.OperationName, span.TraceId.ToHexString())),
        };
        ActivitySource.AddActivityListener(listener);
        var counted = new List<(string Step, string Outcome)>();
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "digitize.step.count")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Add(((string)tags[0].Value!, (string)tags[1].Value!)));
        meters.Start();

        await line.IntakeAsync();
        await line.WorkAsync();

        // Tests beside this one are heard too; this batch's trace tells its own spans apart.
        await using var db = line.Open();
        var trace = ActivityContext.Parse(db.Batches.Single().TraceParent!, null).TraceId.ToHexString();
        Assert.Equal(
            ["intake", "step publish", "step work", "step work"],
            spans.Where(span => span.Trace == trace).Select(span => span.Name).Order(StringComparer.Ordinal));
        Assert.True(counted.Count(step => step == ("work", "Done")) >= 2);
        Assert.Contains(("publish", "Done"), counted);
        Assert.All(db.Runs, run => Assert.Equal(RunState.Done, run.State));
    }
}
