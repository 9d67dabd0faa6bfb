namespace Digitize.Formats.Records;

/// <summary>
/// The words for event types: those of the Library of Congress's list (id.loc.gov/vocabulary/preservation/eventType)
/// where it has one.
/// </summary>
internal static class PreservationTerms
{
    public static string Term(this PreservationEventType type) => type switch
    {
        PreservationEventType.Ingestion => "ingestion",
        PreservationEventType.MessageDigestCalculation => "message digest calculation",
        PreservationEventType.FixityCheck => "fixity check",
        PreservationEventType.Splitting => "splitting",
        PreservationEventType.Deskewing => "deskewing",
        PreservationEventType.ImageDerivation => "image derivation",
        PreservationEventType.Ocr => "optical character recognition",
        PreservationEventType.Correction => "correction",
        PreservationEventType.Verification => "quality review",
        PreservationEventType.Publication => "publication",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
