using System.Globalization;
using System.Xml;
using Digitize.Formats.Records;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Mets;

/// <summary>Writes the entities of PREMIS 3.0, one by one (into METS) or all in one element.</summary>
internal sealed class PremisWriter(XmlWriter writer, PreservationHistory history)
{
    private const string Namespace = "http://www.loc.gov/premis/v3";
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Of all identifiers made here.</summary>
    private const string IdentifierType = "Digitize";

    private readonly XmlElements _xml = new(writer, "premis", Namespace);

    public async Task WriteAllAsync(CancellationToken ct)
    {
        await _xml.StartAsync("premis");
        await _xml.AttributeAsync("version", "3.0");
        await WriteDocumentAsync();
        foreach (var file in history.Files.All)
        {
            ct.ThrowIfCancellationRequested();
            await WriteFileAsync(file);
        }

        foreach (var done in history.Events)
        {
            ct.ThrowIfCancellationRequested();
            await WriteEventAsync(done);
        }

        foreach (var agent in history.Agents)
        {
            await WriteAgentAsync(agent);
        }

        if (history.HasRights)
        {
            await WriteRightsAsync();
        }

        await _xml.EndAsync();
    }

    public async Task WriteDocumentAsync()
    {
        await StartObjectAsync("intellectualEntity");
        await IdentifierAsync("objectIdentifier", history.Identifier);
        await _xml.TextAsync("originalName", history.Document.Title);
        if (history.HasRights)
        {
            await IdentifierAsync("linkingRightsStatementIdentifier", history.RightsIdentifier);
        }

        await _xml.EndAsync();
    }

    public async Task WriteFileAsync(DocumentFile file)
    {
        await StartObjectAsync("file");
        await IdentifierAsync("objectIdentifier", file.Identifier);
        await _xml.StartAsync("objectCharacteristics");
        await _xml.StartAsync("fixity");
        await _xml.TextAsync("messageDigestAlgorithm", "SHA-256");
        await _xml.TextAsync("messageDigest", file.Record.Sha256);
        await _xml.EndAsync();
        await _xml.TextAsync("size", file.Record.Length.ToString(CultureInfo.InvariantCulture));
        await _xml.StartAsync("format");
        await _xml.StartAsync("formatDesignation");
        await _xml.TextAsync("formatName", file.Record.MediaType);
        await _xml.EndAsync();
        await _xml.EndAsync();
        await _xml.StartAsync("creatingApplication");
        await _xml.TextAsync("dateCreatedByApplication", XmlValue.Time(file.Record.CreatedAt));
        await _xml.EndAsync();
        await _xml.EndAsync();
        await _xml.TextAsync("originalName", file.Record.OriginalName);
        await RelationshipAsync("structural", "is included in", history.Identifier);
        if (file.Source is { } source)
        {
            await RelationshipAsync("derivation", "has source", source.Identifier);
        }

        await _xml.EndAsync();
    }

    public async Task WriteEventAsync(DocumentEvent done)
    {
        await _xml.StartAsync("event");
        await IdentifierAsync("eventIdentifier", done.Identifier);
        await _xml.TextAsync("eventType", done.Event.Type.Term());
        await _xml.TextAsync("eventDateTime", XmlValue.Time(done.Event.At));
        if (!string.IsNullOrWhiteSpace(done.Event.Detail))
        {
            await _xml.StartAsync("eventDetailInformation");
            await _xml.TextAsync("eventDetail", done.Event.Detail);
            await _xml.EndAsync();
        }

        await _xml.StartAsync("eventOutcomeInformation");
        await _xml.TextAsync("eventOutcome", done.Event.Outcome.ToString().ToLowerInvariant());
        await _xml.EndAsync();
        await IdentifierAsync("linkingAgentIdentifier", done.Agent.Identifier);
        foreach (var linked in done.Objects)
        {
            await IdentifierAsync("linkingObjectIdentifier", linked.Identifier, linked.Role);
        }

        await _xml.EndAsync();
    }

    public async Task WriteAgentAsync(DocumentAgent agent)
    {
        await _xml.StartAsync("agent");
        await IdentifierAsync("agentIdentifier", agent.Identifier);
        await _xml.TextAsync("agentName", agent.Agent.Name);
        await _xml.TextAsync("agentType", agent.Agent.Kind.ToString().ToLowerInvariant());
        await _xml.TextAsync("agentVersion", agent.Agent.Version);
        await _xml.EndAsync();
    }

    /// <summary>Only when <see cref="PreservationHistory.HasRights"/>.</summary>
    public async Task WriteRightsAsync()
    {
        await _xml.StartAsync("rights");
        await _xml.StartAsync("rightsStatement");
        await IdentifierAsync("rightsStatementIdentifier", history.RightsIdentifier);
        await _xml.TextAsync("rightsBasis", "other");
        await _xml.StartAsync("otherRightsInformation");
        await _xml.StartAsync("otherRightsDocumentationIdentifier");
        await _xml.TextAsync("otherRightsDocumentationIdentifierType", "URI");
        await _xml.TextAsync("otherRightsDocumentationIdentifierValue", history.Document.Rights);
        await _xml.EndAsync();
        await _xml.TextAsync("otherRightsBasis", "rights statement of the holding library");
        await _xml.EndAsync();
        await IdentifierAsync("linkingObjectIdentifier", history.Identifier);
        await _xml.EndAsync();
        await _xml.EndAsync();
    }

    private async Task StartObjectAsync(string category)
    {
        await _xml.StartAsync("object");
        await writer.WriteAttributeStringAsync("xmlns", "xsi", null, SchemaInstance);
        await writer.WriteAttributeStringAsync("xsi", "type", SchemaInstance, $"premis:{category}");
    }

    private async Task RelationshipAsync(string type, string subType, string identifier)
    {
        await _xml.StartAsync("relationship");
        await _xml.TextAsync("relationshipType", type);
        await _xml.TextAsync("relationshipSubType", subType);
        await IdentifierAsync("relatedObjectIdentifier", identifier);
        await _xml.EndAsync();
    }

    /// <summary>PREMIS names the two parts of every identifier after it, but not the role of a linked object.</summary>
    private async Task IdentifierAsync(string name, string value, string? objectRole = null)
    {
        await _xml.StartAsync(name);
        await _xml.TextAsync($"{name}Type", IdentifierType);
        await _xml.TextAsync($"{name}Value", value);
        await _xml.TextAsync("linkingObjectRole", objectRole);
        await _xml.EndAsync();
    }
}
