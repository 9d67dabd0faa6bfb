using Digitize.Core.Inspection;
using Digitize.Core.Outcomes;

namespace Digitize.Pipeline.Inspection;

/// <summary>What one check said, with what to do about it.</summary>
/// <param name="ToDo">What is wrong and what to do; null while nothing is.</param>
/// <param name="OtherPageId">The page that this one was compared with, when there is one to look at.</param>
public sealed record Finding(InspectionCheck Check, Reason? ToDo = null, Guid? OtherPageId = null)
{
    /// <summary>Something is to be done.</summary>
    public bool IsFault => Check.Verdict is CheckVerdict.Warn or CheckVerdict.Refuse;

    /// <summary>What a recipe makes of a figure.</summary>
    /// <param name="isBeyond">The figure is beyond the threshold; null when it could not be measured.</param>
    internal static CheckVerdict Judge(Severity severity, bool? isBeyond) => (severity, isBeyond) switch
    {
        (Severity.Ignore, _) => CheckVerdict.Ignored,
        (_, null) => CheckVerdict.Unknown,
        (_, false) => CheckVerdict.Pass,
        (Severity.Refuse, _) => CheckVerdict.Refuse,
        _ => CheckVerdict.Warn,
    };
}

/// <summary>A finding on a page that only its neighbours could tell.</summary>
public sealed record PageFinding(BatchPage Page, Finding Finding);
