using Digitize.Core.Rows;

namespace Digitize.Pipeline.Recipes;

/// <summary>How one kind of material is treated: <c>pipelines/NAME.yaml</c>, read and checked.</summary>
/// <param name="Hash">First 12 hex digits of the SHA-256 of <paramref name="Yaml"/>; pinned on each document.</param>
public sealed record Recipe(
    string Name,
    LocalText Title,
    MaterialSpec For,
    IntakeSpec Intake,
    IReadOnlyList<StepSpec> Steps,
    ReviewSpec Review,
    RetrySpec Retry,
    string Yaml,
    string Hash)
{
    public StepSpec? Find(string step) => Steps.FirstOrDefault(spec => spec.Step.Name == step);
}

public sealed record LocalText(string Vi, string En);

/// <summary>What the recipe is for.</summary>
/// <param name="Scripts">ISO 15924: Latn, Hani.</param>
/// <param name="Language">BCP 47 tag that lines carry unless the batch says otherwise.</param>
public sealed record MaterialSpec(IReadOnlyList<string> Scripts, MaterialLayout Layout, string? Language)
{
    public ReadingDirection Direction =>
        Layout == MaterialLayout.VerticalRl ? ReadingDirection.RightToLeft : ReadingDirection.LeftToRight;
}

public enum MaterialLayout
{
    HorizontalTb,
    VerticalRl,
}

/// <param name="QuietSeconds">A file has settled when size and time stayed the same for so long.</param>
/// <param name="Naming">How file names are read: <c>{shelfmark}_{sequence}</c>; null when they say nothing.</param>
public sealed record IntakeSpec(int QuietSeconds, string? Naming);

/// <summary>One step of a recipe with its options, checked and hashed.</summary>
public sealed record StepSpec(Steps.IPipelineStep Step, object Options, string OptionsHash);

/// <param name="FourEyes">Verification needs someone who changed nothing on the page.</param>
/// <param name="ReadAbove">Mean confidence above which a page may be read through only.</param>
/// <param name="CorrectAbove">Below it, typing afresh is quicker than correcting.</param>
public sealed record ReviewSpec(bool FourEyes, PublishPolicy Publish, double ReadAbove, double CorrectAbove);

/// <param name="Attempts">Starts that may throw before a person is asked.</param>
/// <param name="BackoffSeconds">Wait after the first; doubled after each.</param>
public sealed record RetrySpec(int Attempts, int BackoffSeconds);
