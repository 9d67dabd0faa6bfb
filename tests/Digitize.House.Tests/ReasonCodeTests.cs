using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Digitize.House.Tests;

/// <summary>Every reason has its sentence in both languages, and no sentence is without a reason.</summary>
public sealed partial class ReasonCodeTests
{
    private static readonly Dictionary<string, string> Vietnamese = Sentences("Reasons.resx");
    private static readonly Dictionary<string, string> English = Sentences("Reasons.en.resx");

    [Fact]
    public void Languages_HaveTheSameCodes() => Assert.Equal(Vietnamese.Keys.Order(), English.Keys.Order());

    [Fact]
    public void Languages_UseTheSameFacts()
    {
        var different = Vietnamese.Where(vi => Facts(vi.Value) != Facts(English.GetValueOrDefault(vi.Key, "")))
            .Select(vi => $"{vi.Key}: {Facts(vi.Value)} / {Facts(English.GetValueOrDefault(vi.Key, ""))}");

        Assert.Empty(different);
    }

    [Fact]
    public void Facts_AreNumberedFromZeroWithoutAGap() =>
        Assert.All(Vietnamese, sentence =>
        {
            var numbers = Placeholder().Matches(sentence.Value).Select(match => int.Parse(match.Groups[1].Value)).Distinct().Order();
            Assert.Equal(Enumerable.Range(0, numbers.Count()), numbers);
        });

    [Fact]
    public void CodesInTheSources_HaveASentence()
    {
        var codes = Checkout.Sources("src").SelectMany(path => UsedCode().Matches(File.ReadAllText(path))
            .Select(match => (Code: match.Groups["code"].Value, Path: Checkout.Relative(path)))).ToList();

        Assert.True(codes.Count > 40, $"only {codes.Count} codes found: the pattern no longer fits the sources");
        Assert.DoesNotContain(codes, use => !Vietnamese.ContainsKey(use.Code));
    }

    [Fact]
    public void Sentences_AreUsed()
    {
        var sources = string.Concat(Checkout.Sources("src").Concat(Checkout.Sources("src", "*.cshtml")).Select(File.ReadAllText));

        Assert.DoesNotContain(Vietnamese.Keys, code => !sources.Contains($"\"{code}\"", StringComparison.Ordinal));
    }

    private static string Facts(string sentence) =>
        string.Join(' ', Placeholder().Matches(sentence).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    private static Dictionary<string, string> Sentences(string file) =>
        XDocument.Load(Path.Combine(Checkout.Root, "src", "Digitize.Core", "Outcomes", file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    [GeneratedRegex(@"\{([0-9]+)\}")]
    private static partial Regex Placeholder();

    // A reason is made by its constructor, by one that is target-typed, or through a room's own Fault(code, facts).
    [GeneratedRegex("""(?:new Reason\((?:[^"()]+\? )?|Reason \w+\([^)]*\) => new\(|Fault\()\s*"(?<code>[a-z]+(?:-[a-z]+)+)"(?!,\s*new Reason)""")]
    private static partial Regex UsedCode();
}
