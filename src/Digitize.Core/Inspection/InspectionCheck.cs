namespace Digitize.Core.Inspection;

/// <summary>One thing that was looked at on a page, or across a batch: what was measured against what is asked.</summary>
/// <param name="Name">One of <see cref="CheckNames"/>.</param>
/// <param name="Measured">In the check's own unit; null when it could not be measured.</param>
/// <param name="Threshold">The recipe's, in the same unit; null where there is nothing to compare with.</param>
public sealed record InspectionCheck(string Name, double? Measured, double? Threshold, CheckVerdict Verdict);

/// <summary>In the order of weight: the worst verdict of a page is the greatest.</summary>
public enum CheckVerdict
{
    /// <summary>Within the threshold.</summary>
    Pass,

    /// <summary>The recipe does not ask; the figure is kept all the same.</summary>
    Ignored,

    /// <summary>Could not be measured: a file without ppi, a one-bit image, a page without edges.</summary>
    Unknown,

    /// <summary>Beyond the threshold; the page goes on and says so.</summary>
    Warn,

    /// <summary>Beyond the threshold; the page waits for a person.</summary>
    Refuse,
}
