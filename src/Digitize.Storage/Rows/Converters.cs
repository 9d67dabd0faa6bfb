using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Digitize.Storage.Rows;

/// <summary>Times are UTC in the rows; SQLite forgets the kind, so it is put back on reading.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => time.ToUniversalTime(),
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc));

/// <summary>A region is one JSON object.</summary>
internal sealed class FrameRegionConverter() : ValueConverter<FrameRegion, string>(
    region => JsonSerializer.Serialize(region, JsonSerializerOptions.Web),
    json => JsonSerializer.Deserialize<FrameRegion>(json, JsonSerializerOptions.Web)!);

/// <summary>A reason is one JSON array: the code, the facts, and then, as an array of its own, the reason behind it.</summary>
internal sealed class ReasonConverter() : ValueConverter<Reason, string>(
    reason => Write(reason).ToJsonString(Options),
    json => Read(JsonNode.Parse(json, null, default)!.AsArray()))
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonArray Write(Reason reason)
    {
        var array = new JsonArray([reason.Code, .. reason.Facts.Select(fact => (JsonNode)fact)]);
        if (reason.Cause is { } cause)
        {
            array.Add(Write(cause));
        }

        return array;
    }

    private static Reason Read(JsonArray array)
    {
        var texts = array.OfType<JsonValue>().Select(value => value.GetValue<string>()).ToList();
        return new Reason(texts[0], [.. texts.Skip(1)])
        {
            Cause = array[^1] is JsonArray cause ? Read(cause) : null,
        };
    }
}
