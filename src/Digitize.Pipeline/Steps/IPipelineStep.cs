using Digitize.Core.Outcomes;

namespace Digitize.Pipeline.Steps;

/// <summary>
/// One step of the line. To add one: this file, one line in <c>PipelineSteps.cs</c>, then its name in a recipe.
/// A step must be repeatable: started again with the same inputs after a crash it makes the same artefacts under the
/// same names. It changes rows only through its context, whose changes are saved together with its end.
/// </summary>
public interface IPipelineStep
{
    /// <summary>As recipes write it.</summary>
    string Name { get; }

    /// <summary>Raised when the step would make something else of the same input.</summary>
    int Version { get; }

    StepSubject Subject { get; }

    /// <summary>One of <see cref="Queues"/>.</summary>
    string Queue { get; }

    /// <summary>Steps that must have ended well before, those of them that the recipe has.</summary>
    IReadOnlyList<string> After { get; }

    /// <summary>A class with a default for every option; see <see cref="Recipes.OptionsBinder"/>.</summary>
    Type OptionsType { get; }

    /// <summary>What no machine could do with these options, such as an engine that does not exist; told with the recipe's line.</summary>
    IEnumerable<Reason> Contradictions(object options) => [];

    /// <summary>What is missing on this machine for the step to run with these options; empty when nothing is.</summary>
    IEnumerable<Reason> Missing(object options) => [];

    Task<StepOutcome> RunAsync(StepContext context, CancellationToken ct);
}

public enum StepSubject
{
    Page,
    Document,
}
