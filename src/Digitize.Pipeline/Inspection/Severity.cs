namespace Digitize.Pipeline.Inspection;

/// <summary>What the recipe wants done when a check fails.</summary>
public enum Severity
{
    Ignore,

    /// <summary>The page goes on and says so.</summary>
    Warn,

    /// <summary>The page waits for a person.</summary>
    Refuse,
}
