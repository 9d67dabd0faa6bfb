namespace Digitize.Core.Outcomes;

/// <summary>
/// How a step ended. These four are expected ends; anything else is a fault and is thrown, and the step is tried
/// again as the recipe says.
/// </summary>
public abstract record StepOutcome
{
    private StepOutcome() { }

    /// <summary>The step did its work; what it made is recorded with it.</summary>
    public sealed record Done : StepOutcome;

    /// <summary>The work had been done before, by an earlier run with the same inputs.</summary>
    public sealed record AlreadyDone : StepOutcome;

    /// <summary>A person has to decide or repair something before this subject can go on.</summary>
    public sealed record NeedsPerson(Reason Reason) : StepOutcome;

    /// <summary>The subject cannot be processed at all.</summary>
    public sealed record Rejected(Reason Reason) : StepOutcome;
}
