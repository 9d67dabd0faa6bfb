namespace Digitize.Formats.Records;

/// <summary>Something that was done to a document or to one of its pages.</summary>
/// <param name="At">UTC.</param>
/// <param name="Detail">Settings or figures, in words.</param>
/// <param name="PageId">Null for the whole document.</param>
public sealed record PreservationEvent(
    PreservationEventType Type,
    DateTime At,
    PreservationAgent Agent,
    EventOutcome Outcome = EventOutcome.Success,
    string? Detail = null,
    Guid? PageId = null);

public enum PreservationEventType
{
    Ingestion,
    MessageDigestCalculation,
    FixityCheck,
    Splitting,
    Deskewing,
    ImageDerivation,
    Ocr,
    Correction,
    Verification,
    Publication,
}

public enum EventOutcome
{
    Success,
    Warning,
    Failure,
}

/// <summary>Who or what did it.</summary>
public sealed record PreservationAgent(AgentKind Kind, string Name, string? Version = null);

public enum AgentKind
{
    Software,
    Person,
    Organization,
}
