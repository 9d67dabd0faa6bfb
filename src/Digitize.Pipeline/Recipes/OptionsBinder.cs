using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Digitize.Pipeline.Recipes;

/// <summary>
/// Fills a step's options record from YAML. Its settable properties are the allowed keys, their initial values the
/// defaults, and <see cref="RangeAttribute"/> and <see cref="AllowedValuesAttribute"/> the limits.
/// </summary>
public static class OptionsBinder
{
    public static object Bind(Type type, StrictYaml yaml)
    {
        var options = Activator.CreateInstance(type)!;
        foreach (var property in Properties(type))
        {
            var key = KeyOf(property);
            if (property.PropertyType == typeof(IReadOnlyList<string>))
            {
                if (yaml.Texts(key, orOne: true) is { Count: > 0 } texts)
                {
                    property.SetValue(options, texts);
                }

                continue;
            }

            var value = yaml.Value(key, property.GetValue(options), text => Read(property, text), Allowed(property));
            property.SetValue(options, value);
        }

        yaml.End();
        return options;
    }

    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    public static string KeyOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>What may stand there, as a reader of the fault wants to see it.</summary>
    public static string Allowed(PropertyInfo property)
    {
        var type = property.PropertyType;
        return property.GetCustomAttribute<RangeAttribute>() is { } range
            ? string.Create(CultureInfo.InvariantCulture, $"{range.Minimum} … {range.Maximum}")
            : property.GetCustomAttribute<AllowedValuesAttribute>() is { } values ? string.Join(", ", values.Values)
            : type.IsEnum ? string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName))
            : type == typeof(bool) ? "true, false"
            : type.Name;
    }

    private static (bool Taken, object? Value) Read(PropertyInfo property, string text)
    {
        var (taken, value) = ReadKind(property.PropertyType, text);
        var valid = taken && property.GetCustomAttributes<ValidationAttribute>().All(rule => rule.IsValid(value));
        return (valid, value);
    }

    private static (bool Taken, object? Value) ReadKind(Type type, string text)
    {
        if (type == typeof(string))
        {
            return (true, text);
        }

        if (type == typeof(bool))
        {
            return (text is "true" or "false", text == "true");
        }

        if (type == typeof(int))
        {
            return (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole), whole);
        }

        if (type == typeof(double))
        {
            const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            return (double.TryParse(text, Styles, CultureInfo.InvariantCulture, out var number), number);
        }

        if (type.IsEnum)
        {
            var name = Enum.GetNames(type).FirstOrDefault(n => JsonNamingPolicy.KebabCaseLower.ConvertName(n) == text);
            return (name is not null, name is null ? null : Enum.Parse(type, name));
        }

        throw new NotSupportedException($"Options of type {type.Name} cannot be read from a recipe.");
    }
}
