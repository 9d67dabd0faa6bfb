using System.Text.Encodings.Web;
using System.Text.Json;

namespace Digitize.Formats.Iiif;

/// <summary>What the IIIF writers share: UTF-8 with characters as themselves, language maps, image services.</summary>
internal static class IiifJson
{
    public const string PresentationContext = "http://iiif.io/api/presentation/3/context.json";

    /// <summary>Nothing reaches the stream before the writer is flushed, which is done asynchronously.</summary>
    public static Utf8JsonWriter Open(Stream stream) =>
        new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The start of a resource with its id and type.</summary>
    public static void StartResource(this Utf8JsonWriter json, string id, string type)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("type", type);
    }

    /// <summary>A text in no stated language, or in one.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string text, string language = "none") =>
        json.WriteTexts(name, (language, text));

    public static void WriteTexts(this Utf8JsonWriter json, string name, params (string Language, string Text)[] texts)
    {
        json.WriteStartObject(name);
        foreach (var (language, text) in texts)
        {
            json.WriteStartArray(language);
            json.WriteStringValue(text);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary><c>service</c> is an array, also with one entry (Presentation 3.0, section 3.3).</summary>
    public static void WriteImageService(this Utf8JsonWriter json, string id, string profile)
    {
        json.WriteStartArray("service");
        json.StartResource(id, "ImageService3");
        json.WriteString("profile", profile);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>Vietnamese titles are marked so; of others the language of the title is not known.</summary>
    public static string TitleLanguage(string? documentLanguage) =>
        documentLanguage?.Split('-')[0] == "vi" ? "vi" : "none";
}
