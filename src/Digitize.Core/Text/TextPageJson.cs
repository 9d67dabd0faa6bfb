using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Digitize.Core.Text;

/// <summary>The stored form of <see cref="TextPage"/>: JSON, UTF-8, characters written as themselves.</summary>
public static class TextPageJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatFewWordsHave } },
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static Task WriteAsync(TextPage page, Stream stream, CancellationToken ct) =>
        JsonSerializer.SerializeAsync(stream, page, Options, ct);

    /// <exception cref="JsonException">The stream does not hold a text page.</exception>
    public static async Task<TextPage> ReadAsync(Stream stream, CancellationToken ct) =>
        await JsonSerializer.DeserializeAsync<TextPage>(stream, Options, ct)
            ?? throw new JsonException("The text page is null.");

    private static void LeaveOutWhatFewWordsHave(JsonTypeInfo type)
    {
        foreach (var property in type.Type == typeof(Word) ? type.Properties : [])
        {
            property.ShouldSerialize = property.Name switch
            {
                "part" => (_, value) => value is not null,
                "suggestions" => (_, value) => value is IReadOnlyList<Suggestion> { Count: > 0 },
                _ => property.ShouldSerialize,
            };
        }
    }
}
