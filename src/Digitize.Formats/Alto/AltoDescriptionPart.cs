using Digitize.Core.Text;
using Digitize.Formats.Records;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Alto;

/// <summary>
/// <c>Description</c>: the source image and each processing step with its software and settings. The steps stand in
/// <c>OCRProcessing</c>, not in the newer <c>Processing</c>: it alone tells what came before, in and after the reading,
/// and it is where readers of every ALTO version look.
/// </summary>
internal static class AltoDescriptionPart
{
    public static async Task WriteAsync(XmlElements xml, XmlIds ids, TextPage page, AltoDescription description)
    {
        await xml.StartAsync("Description");
        await xml.TextAsync("MeasurementUnit", "pixel");
        await xml.StartAsync("sourceImageInformation");
        await xml.TextAsync("fileName", description.FileName);
        await xml.TextAsync("documentIdentifier", description.DocumentId);
        await xml.EndAsync();
        var events = (description.Events ?? []).Where(done => done.Outcome != EventOutcome.Failure).ToList();
        await ProcessingAsync(xml, ids, page.Processing, events);
        await xml.EndAsync();
    }

    private static async Task ProcessingAsync(
        XmlElements xml, XmlIds ids, TextProcessing? processing, List<PreservationEvent> events)
    {
        var before = events.Where(IsBeforeReading).ToList();
        var reading = events.LastOrDefault(done => done.Type == PreservationEventType.Ocr);
        var after = events.Where(IsAfterReading).ToList();
        if (processing is null && reading is null && before.Count == 0 && after.Count == 0)
        {
            return;
        }

        await xml.StartAsync("OCRProcessing");
        await xml.AttributeAsync("ID", ids.Take("processing"));
        foreach (var done in before)
        {
            await StepAsync(xml, "preProcessingStep", done, null);
        }

        await StepAsync(xml, "ocrProcessingStep", reading, processing);
        foreach (var done in after)
        {
            await StepAsync(xml, "postProcessingStep", done, null);
        }

        await xml.EndAsync();
    }

    private static async Task StepAsync(
        XmlElements xml, string element, PreservationEvent? done, TextProcessing? processing)
    {
        var software = done is { Agent: { Kind: AgentKind.Software } agent }
            ? new TextProcessing(agent.Name, agent.Version ?? "", done.Detail ?? "")
            : null;
        await xml.StartAsync(element);
        await xml.TextAsync("processingDateTime", done is null ? null : XmlValue.Time(done.At));
        await xml.TextAsync("processingAgency", software is null ? done?.Agent.Name : null);
        await xml.TextAsync("processingStepDescription", done?.Type.Term());
        await SoftwareAsync(xml, processing ?? software);
        await xml.EndAsync();
    }

    private static async Task SoftwareAsync(XmlElements xml, TextProcessing? software)
    {
        if (software is not null)
        {
            await xml.TextAsync("processingStepSettings", software.Settings);
            await xml.StartAsync("processingSoftware");
            await xml.TextAsync("softwareName", software.Software);
            await xml.TextAsync("softwareVersion", software.Version);
            await xml.EndAsync();
        }
    }

    private static bool IsBeforeReading(PreservationEvent done) =>
        done.Type is PreservationEventType.Splitting or PreservationEventType.Deskewing
            or PreservationEventType.ImageDerivation;

    private static bool IsAfterReading(PreservationEvent done) =>
        done.Type is PreservationEventType.Correction or PreservationEventType.Verification;
}
