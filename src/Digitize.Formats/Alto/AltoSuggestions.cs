using System.Globalization;
using System.Xml.Linq;
using Digitize.Core.Text;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Alto;

/// <summary>
/// Suggestions as <c>ALTERNATIVE</c>, which has no confidence of its own: it stands in <c>PURPOSE</c>, after where the
/// suggestion comes from: <c>suggestion marks 0.75</c>.
/// </summary>
internal static class AltoSuggestions
{
    private const string Word = "suggestion";

    public static string Purpose(Suggestion suggestion) =>
        $"{Word} {suggestion.Source.ToString().ToLowerInvariant()} {XmlValue.Confidence(suggestion.Confidence)}";

    /// <summary>Alternatives that others put there for other purposes are left out.</summary>
    public static IReadOnlyList<Suggestion> Of(XElement text, XNamespace ns) =>
        [.. text.Elements(ns + "ALTERNATIVE").Select(Read).OfType<Suggestion>()];

    private static Suggestion? Read(XElement alternative) =>
        (alternative.Attribute("PURPOSE")?.Value ?? "").Split(' ') is [Word, var source, var confidence]
        && Enum.GetNames<SuggestionSource>().FirstOrDefault(name => name.ToLowerInvariant() == source) is { } known
        && double.TryParse(confidence, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var sure)
            ? new Suggestion(alternative.Value, Math.Clamp(sure, 0, 1), Enum.Parse<SuggestionSource>(known))
            : null;
}
