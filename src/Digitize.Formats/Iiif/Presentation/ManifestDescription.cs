using System.Text.Json;
using Digitize.Formats.Records;

namespace Digitize.Formats.Iiif.Presentation;

/// <summary>The catalogue's words in a manifest: metadata, the statement that must be shown, rights.</summary>
internal static class ManifestDescription
{
    public static void Write(Utf8JsonWriter json, DocumentRecord document)
    {
        var rights = RightsUri.Normalize(document.Rights);
        json.WriteStartArray("metadata");
        WriteEntry(json, "Nhan đề", "Title", document.Title);
        WriteEntry(json, "Tác giả", "Creator", document.Creator);
        WriteEntry(json, "Niên đại", "Date", document.Date);
        WriteEntry(json, "Ngôn ngữ", "Language", document.Language);
        WriteEntry(json, "Ký hiệu kho", "Shelfmark", document.Shelfmark);
        WriteEntry(json, "Bộ sưu tập", "Collection", document.Collection);
        WriteEntry(json, "Thư viện", "Library", document.Library);

        // A statement that is not one of the URIs that IIIF admits is still shown.
        WriteEntry(json, "Quyền sử dụng", "Rights", rights is null ? document.Rights : null);
        json.WriteEndArray();

        json.WriteStartObject("requiredStatement");
        json.WriteTexts("label", ("vi", "Thư viện lưu giữ"), ("en", "Holding library"));
        json.WriteText("value", document.Library);
        json.WriteEndObject();
        if (rights is not null)
        {
            json.WriteString("rights", rights);
        }
    }

    private static void WriteEntry(Utf8JsonWriter json, string vietnamese, string english, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            json.WriteStartObject();
            json.WriteTexts("label", ("vi", vietnamese), ("en", english));
            json.WriteText("value", value);
            json.WriteEndObject();
        }
    }
}
