using System.Globalization;
using Digitize.Formats.Records;

namespace Digitize.Formats.Mets;

/// <param name="XmlId">An NCName, unique in the METS file.</param>
/// <param name="Objects">What it was done to or what it made.</param>
internal sealed record DocumentEvent(
    string XmlId, string Identifier, PreservationEvent Event, DocumentAgent Agent, IReadOnlyList<EventObject> Objects);

/// <param name="Identifier">Of the PREMIS object.</param>
/// <param name="Role">
/// <c>source</c> or <c>outcome</c> where something was made of something: no one is to read that a master was changed.
/// </param>
internal sealed record EventObject(string Identifier, string? Role = null);

internal sealed record DocumentAgent(string XmlId, string Identifier, PreservationAgent Agent);

/// <summary>
/// A document's PREMIS entities with their identifiers. Links are made from what is there, so none can dangle: an
/// event on a file that the record lacks is linked to the page's master, one on an unknown page to the document.
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

    private List<EventObject> Objects(PreservationEvent done)
    {
        var files = done.PageId is { } pageId ? Files.Of(pageId) : [];
        if (files.Count == 0)
        {
            return [new(Identifier)];
        }

        var roles = Roles(done.Type);
        var linked = roles
            .SelectMany(role => files.Where(file => file.Use == role.Use)
                .Select(file => new EventObject(file.Identifier, role.Role)))
            .ToList();
        return linked.Count > 0 ? linked : [new(files[0].Identifier)];
    }

    private static (FileUse Use, string? Role)[] Roles(PreservationEventType type) => type switch
    {
        PreservationEventType.Splitting or PreservationEventType.Deskewing or PreservationEventType.ImageDerivation =>
            [(FileUse.Master, "source"), (FileUse.Access, "outcome")],
        PreservationEventType.Ocr => [(FileUse.Access, "source"), (FileUse.Alto, "outcome")],
        PreservationEventType.Correction or PreservationEventType.Verification => [(FileUse.Alto, null)],
        PreservationEventType.Publication => [(FileUse.Access, null), (FileUse.Alto, null)],
        _ => [(FileUse.Master, null)],
    };
}
