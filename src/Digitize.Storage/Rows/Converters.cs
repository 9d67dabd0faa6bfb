using System.Text.Encodings.Web;
using System.Text.Json;
using Digitize.Core.Outcomes;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Digitize.Storage.Rows;

/// <summary>Times are UTC in the rows; SQLite forgets the kind, so it is put back on reading.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => time.ToUniversalTime(),
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc));

/// <summary>A reason is one JSON array: the code, then the facts.</summary>
internal sealed class ReasonConverter() : ValueConverter<Reason, string>(
    reason => Write(reason),
    json => Read(json))
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Write(Reason reason) =>
        JsonSerializer.Serialize<string[]>([reason.Code, .. reason.Facts], Options);

    private static Reason Read(string json)
    {
        var parts = JsonSerializer.Deserialize<string[]>(json, Options)!;
        return new Reason(parts[0], parts[1..]);
    }
}
