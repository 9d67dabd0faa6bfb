using System.Globalization;
using Digitize.Formats.Records;

namespace Digitize.Formats.Mets;

/// <param name="XmlId">An NCName, unique in the METS file.</param>
/// <param name="Objects">PREMIS identifiers of what it was done to or what it made.</param>
internal sealed record DocumentEvent(
    string XmlId, string Identifier, PreservationEvent Event, DocumentAgent Agent, IReadOnlyList<string> Objects);

internal sealed record DocumentAgent(string XmlId, string Identifier, PreservationAgent Agent);

/// <summary>
/// A document's PREMIS entities with their identifiers. Links are made from what is there, so none can dangle: an
/// event on a file that the record lacks is linked to the document.
/// </summary>
internal sealed class PreservationHistory
{
    private readonly Dictionary<PreservationAgent, DocumentAgent> _agents = [];

    public PreservationHistory(DocumentRecord document)
    {
        Document = document;
        Files = new DocumentFiles(document);
        Identifier = document.Id.ToString("D");
        Events = [.. document.Events.Select((done, index) => Event(done, index + 1))];
    }

    public DocumentRecord Document { get; }

    public DocumentFiles Files { get; }

    /// <summary>Of the document as an intellectual entity.</summary>
    public string Identifier { get; }

    public string RightsIdentifier => $"{Identifier}/rights";

    public bool HasRights => !string.IsNullOrWhiteSpace(Document.Rights);

    public IReadOnlyList<DocumentEvent> Events { get; }

    public IReadOnlyCollection<DocumentAgent> Agents => _agents.Values;

    private DocumentEvent Event(PreservationEvent done, int index)
    {
        var number = index.ToString("D5", CultureInfo.InvariantCulture);
        return new($"EVENT_{number}", $"{Identifier}/events/{number}", done, Agent(done.Agent), Objects(done));
    }

    private DocumentAgent Agent(PreservationAgent agent)
    {
        if (!_agents.TryGetValue(agent, out var known))
        {
            var name = agent.Version is null ? agent.Name : $"{agent.Name}/{agent.Version}";
            known = new(
                string.Create(CultureInfo.InvariantCulture, $"AGENT_{_agents.Count + 1:D3}"),
                $"{agent.Kind.ToString().ToLowerInvariant()}:{name}",
                agent);
            _agents.Add(agent, known);
        }

        return known;
    }

    private List<string> Objects(PreservationEvent done)
    {
        if (done.PageId is not { } pageId)
        {
            return [Identifier];
        }

        var uses = Uses(done.Type);
        var files = Files.Of(pageId).Where(file => uses.Contains(file.Use)).Select(file => file.Identifier).ToList();
        return files.Count > 0 ? files : [Identifier];
    }

    private static FileUse[] Uses(PreservationEventType type) => type switch
    {
        PreservationEventType.Ingestion or PreservationEventType.MessageDigestCalculation
            or PreservationEventType.FixityCheck => [FileUse.Master],
        PreservationEventType.Splitting or PreservationEventType.Deskewing
            or PreservationEventType.ImageDerivation => [FileUse.Master, FileUse.Access],
        PreservationEventType.Ocr => [FileUse.Access, FileUse.Alto],
        PreservationEventType.Correction or PreservationEventType.Verification => [FileUse.Alto],
        _ => [FileUse.Access, FileUse.Alto],
    };
}
