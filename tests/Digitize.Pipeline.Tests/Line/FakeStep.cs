using Digitize.Core.Outcomes;
using Digitize.Pipeline.Steps;

namespace Digitize.Pipeline.Tests.Line;

/// <summary>A step that does what the test says.</summary>
internal sealed class FakeStep(string name, params string[] after) : IPipelineStep
{
    public string Name => name;

    public int Version { get; init; } = 1;

    public StepSubject Subject { get; init; }

    public string Queue => Queues.Image;

    public IReadOnlyList<string> After => after;

    public Type OptionsType => typeof(FakeOptions);

    public IReadOnlyList<Reason> MissingHere { get; init; } = [];

    public Func<StepContext, CancellationToken, Task<StepOutcome>> Work { get; set; } =
        (_, _) => Task.FromResult<StepOutcome>(new StepOutcome.Done());

    public IEnumerable<Reason> Missing(object options) => MissingHere;

    public Task<StepOutcome> RunAsync(StepContext context, CancellationToken ct) => Work(context, ct);
}

internal sealed class FakeOptions
{
    public int Number { get; set; } = 1;
}
