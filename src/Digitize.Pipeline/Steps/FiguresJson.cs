using System.Text.Json;
using System.Text.Json.Serialization;

namespace Digitize.Pipeline.Steps;

/// <summary>How figures are written into a run's row.</summary>
public static class FiguresJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };
}
