using System.Text.Json;
using Digitize.Formats.Records;

namespace Digitize.Formats.Iiif.Presentation;

/// <summary>A file beside a IIIF resource (Presentation API 3.0, sections 3.3.3 and 3.3.4).</summary>
/// <param name="Type"><c>Dataset</c> or <c>Text</c>.</param>
/// <param name="Profile">The schema or namespace it follows.</param>
internal sealed record LinkedFile(string Url, string Type, string Label, string? Profile = null);

internal static class LinkedFiles
{
    /// <summary>Those that there are; nothing when there are none.</summary>
    public static void WriteLinks(this Utf8JsonWriter json, string property, (FileRecord? File, LinkedFile Link)[] files)
    {
        if (files.All(file => file.File is null))
        {
            return;
        }

        json.WriteStartArray(property);
        foreach (var (file, link) in files.Where(file => file.File is not null))
        {
            json.StartResource(link.Url, link.Type);
            json.WriteText("label", link.Label);
            json.WriteString("format", file!.MediaType.Split(';')[0]);
            if (link.Profile is { } profile)
            {
                json.WriteString("profile", profile);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
