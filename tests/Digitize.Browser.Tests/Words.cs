using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Digitize.Browser.Tests;

/// <summary>The words of the screens in one language, as their files hold them.</summary>
internal sealed class Words
{
    private readonly CultureInfo _culture;
    private readonly Dictionary<string, string> _texts;

    private Words(string culture, string suffix)
    {
        _culture = CultureInfo.GetCultureInfo(culture);
        _texts = new[] { "src/Digitize.Web/Culture/Texts", "src/Digitize.Core/Outcomes/Reasons" }
            .SelectMany(name => XDocument.Load(Path.Combine(Checkout.Root, name + suffix)).Root!.Elements("data"))
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);
    }

    public static Words Vietnamese { get; } = new("vi-VN", ".resx");

    public static Words English { get; } = new("en-GB", ".en.resx");

    public string this[string key, params object[] facts] => string.Format(_culture, _texts[key], facts);

    /// <summary>Those of the shown texts that are in this language and not in the other.</summary>
    public IEnumerable<string> In(IEnumerable<string> shown, Words other)
    {
        var ours = _texts.Where(text => text.Value != other._texts[text.Key] && Regex.IsMatch(text.Value, "\\p{L}{2}")).ToList();
        var alone = ours.Select(text => new Regex($"^{Pattern(text.Value)}$")).ToList();

        // Long enough not to be a part of a title or of a library's own words.
        var within = ours.Where(text => text.Value.Length >= 12 && text.Value.Contains(' '))
            .Select(text => new Regex(Pattern(text.Value))).ToList();
        return shown.Where(text => alone.Concat(within).Any(pattern => pattern.IsMatch(text)))
            .Where(text => !other._texts.ContainsValue(text));
    }

    private static string Pattern(string text) => Regex.Replace(Regex.Escape(text), "\\\\\\{[0-9][^}]*\\}", ".+");
}
