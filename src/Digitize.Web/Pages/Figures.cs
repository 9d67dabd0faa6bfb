using System.Globalization;
using System.Text.Json;
using Digitize.Web.Culture;

namespace Digitize.Web.Pages;

/// <summary>What a step measured, in words; what has no word here is left out.</summary>
internal static class Figures
{
    /// <summary>What was measured on the scan itself, in the order shown; text key <c>figure.NAME</c>.</summary>
    internal static readonly IReadOnlyList<string> OfScan =
    [
        "inspection.width", "inspection.height", "inspection.ppi", "inspection.fadgiStarsByResolution", "inspection.sharpness", "inspection.edgeSharpness",
        "inspection.meanLuminance", "inspection.blackClippedShare", "inspection.whiteClippedShare", "inspection.inkShare", "inspection.isBlank",
        "inspection.noise", "inspection.lightFallOff", "inspection.colourCast", "inspection.intrusionShare", "inspection.jpegQuality",
    ];

    /// <summary>What the steps say of their work.</summary>
    internal static readonly IReadOnlyList<string> OfSteps =
    [
        "part", "split", "spread.kind", "spread.confidence", "quarterTurns", "quarterTurnsConfidence", "degrees", "turned",
        "whyNot", "cropped", "cropConfidence", "whyNotCropped", "lines", "confidence", "master.relativePath", "master.mediaType", "master.length", "master.sha256",
        "pages", "pagesNotThrough", "filesRefused",
    ];

    /// <param name="json">A JSON object; anything else shows nothing.</param>
    /// <param name="names">Which figures: <see cref="OfScan"/> or <see cref="OfSteps"/>.</param>
    public static IEnumerable<(string Word, string Value)> Read(string? json, IReadOnlyList<string> names, Texts t)
    {
        if (string.IsNullOrEmpty(json))
        {
            return [];
        }

        try
        {
            using var figures = JsonDocument.Parse(json);
            return [.. names.Select(name => (Name: name, Value: Find(figures.RootElement, name)))
                .Where(figure => figure.Value is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array) })
                .Select(figure => (t[$"figure.{figure.Name}"], Show(figure.Name, figure.Value!.Value, t)))];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static JsonElement? Find(JsonElement root, string name)
    {
        JsonElement? found = root;
        foreach (var part in name.Split('.'))
        {
            found = found is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(part, out var child) ? child : null;
        }

        return found;
    }

    private static string Show(string name, JsonElement value, Texts t) => value.ValueKind switch
    {
        JsonValueKind.True => t["yes"],
        JsonValueKind.False => t["no"],
        JsonValueKind.Number when name.EndsWith("Share", StringComparison.Ordinal) => Number(value, "P1"),
        JsonValueKind.Number when name == "inspection.lightFallOff" => Number(value, "P1"),
        JsonValueKind.Number when name == "inspection.edgeSharpness" => Number(value, "0.00"),
        JsonValueKind.String when name.StartsWith("whyNot", StringComparison.Ordinal) || name == "spread.kind" => Word(value, t),
        JsonValueKind.Number when name.EndsWith("onfidence", StringComparison.Ordinal) => t["figure.outof", ConfidenceBand.Percent(value.GetDouble())],
        JsonValueKind.Number when name == "master.length" => t["size.kilobytes", value.GetDouble() / 1024],
        JsonValueKind.Number when name == "degrees" => Number(value, "0.##°"),
        JsonValueKind.Number => Number(value, "#,0.#"),
        _ => value.ToString(),
    };

    // Kinds are stored in kebab case as all enumerations of a figure.
    private static string Word(JsonElement value, Texts t) => t[$"why.{value}"];

    private static string Number(JsonElement value, string format) =>
        value.GetDouble().ToString(format, CultureInfo.CurrentCulture);
}
