using Digitize.Formats.Records;

namespace Digitize.Formats.Iiif.Presentation;

/// <param name="Language">BCP 47, of the document.</param>
public sealed record CollectionEntry(Guid DocumentId, string Title, string? Language);

/// <summary>The list of everything published, as a IIIF Presentation 3.0 collection.</summary>
public static class CollectionWriter
{
    private const int EntriesPerFlush = 256;

    /// <param name="library">Whose collection it is; its label.</param>
    /// <param name="entries">Read as they are written, never held.</param>
    public static async Task WriteAsync(
        PublicUrls urls, string library, IAsyncEnumerable<CollectionEntry> entries, Stream stream, CancellationToken ct)
    {
        await using var json = IiifJson.Open(stream);
        json.WriteStartObject();
        json.WriteString("@context", IiifJson.PresentationContext);
        json.WriteString("id", urls.Collection);
        json.WriteString("type", "Collection");
        json.WriteText("label", library);
        json.WriteStartArray("items");
        var written = 0;
        await foreach (var entry in entries.WithCancellation(ct))
        {
            json.StartResource(urls.Manifest(entry.DocumentId), "Manifest");
            json.WriteText("label", entry.Title, IiifJson.TitleLanguage(entry.Language));
            json.WriteEndObject();
            if (++written % EntriesPerFlush == 0)
            {
                await json.FlushAsync(ct);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }
}
