using System.Globalization;
using System.Text.Json;

namespace Digitize.Web.Pages;

/// <summary>What a step measured, as names and values to show.</summary>
internal static class Figures
{
    /// <param name="json">A JSON object; anything else shows nothing.</param>
    public static IEnumerable<(string Name, string Value)> Read(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return [];
        }

        try
        {
            using var figures = JsonDocument.Parse(json);
            return figures.RootElement.ValueKind == JsonValueKind.Object
                ? [.. figures.RootElement.EnumerateObject().Select(figure => (figure.Name, Show(figure.Value)))]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string Show(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? value.GetDouble().ToString("#,0.####", CultureInfo.CurrentCulture)
        : value.ToString();
}
