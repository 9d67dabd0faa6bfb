using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Digitize.Core.Rows;
using Digitize.Pipeline.Steps;

namespace Digitize.Pipeline.Recipes;

/// <summary>The JSON schema of recipes, for editors, made from the same options that the reader checks against.</summary>
public static class RecipeSchema
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(IEnumerable<IPipelineStep> steps)
    {
        var items = steps.Select(step => (JsonNode)new JsonObject
        {
            ["oneOf"] = new JsonArray(
                new JsonObject { ["const"] = step.Name },
                Map(new JsonObject { [step.Name] = Options(step.OptionsType) }, step.Name)),
        });
        var schema = Map(
            new JsonObject
            {
                ["name"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[a-z0-9-]{1,60}$" },
                ["title"] = Map(new JsonObject { ["vi"] = Text(), ["en"] = Text() }, "vi", "en"),
                ["for"] = Map(new JsonObject
                {
                    ["scripts"] = Texts(),
                    ["layout"] = Choice<MaterialLayout>(),
                    ["language"] = Text(),
                }),
                ["intake"] = Map(new JsonObject { ["quietSeconds"] = Number("integer", 1, 3600), ["naming"] = Text() }),
                ["steps"] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = new JsonObject { ["anyOf"] = new JsonArray([.. items]) } },
                ["review"] = Map(new JsonObject
                {
                    ["fourEyes"] = new JsonObject { ["type"] = "boolean" },
                    ["publish"] = Choice<PublishPolicy>(),
                    ["triage"] = Map(new JsonObject { ["read"] = Number("number", 0, 1), ["correct"] = Number("number", 0, 1) }),
                }),
                ["retry"] = Map(new JsonObject
                {
                    ["attempts"] = Number("integer", 1, 20),
                    ["backoffSeconds"] = Number("integer", 0, 3600),
                }),
            },
            "name", "title", "steps");
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        schema["title"] = "Digitize recipe";
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Options(Type type)
    {
        var properties = new JsonObject();
        var defaults = Activator.CreateInstance(type)!;
        foreach (var property in OptionsBinder.Properties(type))
        {
            var schema = Property(property);
            schema["default"] = property.PropertyType.IsEnum
                ? JsonNamingPolicy.KebabCaseLower.ConvertName(property.GetValue(defaults)!.ToString()!)
                : JsonSerializer.SerializeToNode(property.GetValue(defaults), property.PropertyType);
            properties[OptionsBinder.KeyOf(property)] = schema;
        }

        var map = Map(properties);
        map["type"] = new JsonArray("object", "null");
        return map;
    }

    private static JsonObject Property(PropertyInfo property)
    {
        var type = property.PropertyType;
        if (property.GetCustomAttribute<RangeAttribute>() is { } range)
        {
            return Number(type == typeof(int) ? "integer" : "number", Convert.ToDouble(range.Minimum, null), Convert.ToDouble(range.Maximum, null));
        }

        if (property.GetCustomAttribute<AllowedValuesAttribute>() is { } values)
        {
            return new JsonObject { ["enum"] = JsonSerializer.SerializeToNode(values.Values) };
        }

        return type.IsEnum ? Names(Enum.GetNames(type))
            : type == typeof(bool) ? new JsonObject { ["type"] = "boolean" }
            : type == typeof(IReadOnlyList<string>) ? TextsOrOne()
            : Text();
    }

    private static JsonObject Map(JsonObject properties, params string[] required)
    {
        var map = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (required.Length > 0)
        {
            map["required"] = JsonSerializer.SerializeToNode(required);
        }

        return map;
    }

    private static JsonObject Choice<TEnum>()
        where TEnum : struct, Enum => Names(Enum.GetNames<TEnum>());

    private static JsonObject Names(IEnumerable<string> names) => new()
    {
        ["enum"] = JsonSerializer.SerializeToNode(names.Select(JsonNamingPolicy.KebabCaseLower.ConvertName)),
    };

    private static JsonObject Number(string type, double minimum, double maximum) =>
        new() { ["type"] = type, ["minimum"] = minimum, ["maximum"] = maximum };

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Texts() => new() { ["type"] = "array", ["items"] = Text() };

    private static JsonObject TextsOrOne() => new() { ["anyOf"] = new JsonArray(Texts(), Text()) };
}
