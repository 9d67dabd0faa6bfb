using System.Reflection;
using Digitize.Core.Rows;
using Digitize.Formats.Records;

namespace Digitize.Pipeline.Packaging;

/// <summary>What was done to a document, in PREMIS's terms, from the rows that recorded it.</summary>
internal static class PreservationEvents
{
    private static readonly PreservationAgent Program = new(
        AgentKind.Software,
        "Digitize",
        typeof(PreservationEvents).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);

    /// <param name="runs">Those that ended well, oldest first.</param>
    public static IReadOnlyList<PreservationEvent> Of(Document document, IReadOnlyList<StepRun> runs) =>
    [
        .. document.Pages.OrderBy(page => page.Sequence).SelectMany(Intake),
        .. runs.Select(Step).OfType<PreservationEvent>(),
    ];

    private static IEnumerable<PreservationEvent> Intake(Page page)
    {
        var at = page.File!.EndedAt!.Value;
        yield return new(PreservationEventType.Ingestion, at, Program, Detail: page.File.RelativePath, PageId: page.Id);
        yield return new(
            PreservationEventType.MessageDigestCalculation, at, Program, Detail: $"SHA-256 {page.File.Sha256}", PageId: page.Id);
        yield return new(
            PreservationEventType.FixityCheck, at, Program, Detail: "The stored copy was read back and compared.", PageId: page.Id);
    }

    private static PreservationEvent? Step(StepRun run) => TypeOf(run.Step) is { } type
        ? new PreservationEvent(type, run.EndedAt!.Value, Program, Detail: run.Figures, PageId: run.PageId)
        : null;

    private static PreservationEventType? TypeOf(string step) => step switch
    {
        "deskew" => PreservationEventType.Deskewing,
        "ocr" => PreservationEventType.Ocr,
        "tiles" => PreservationEventType.ImageDerivation,
        "publish" => PreservationEventType.Publication,
        _ => null,
    };
}
