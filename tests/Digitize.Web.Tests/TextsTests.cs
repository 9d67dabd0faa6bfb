using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Digitize.Web.Tests;

[Collection(nameof(Site))]
public sealed class TextsTests(Site site)
{
    private static readonly string Room = Path.Combine(Root(), "src", "Digitize.Web");

    [Fact]
    public void Texts_HaveTheSameKeysAndPlaces_InBothLanguages()
    {
        var vietnamese = Read("Texts.resx");
        var english = Read("Texts.en.resx");

        Assert.Equal(vietnamese.Keys.Order(), english.Keys.Order());
        Assert.All(vietnamese, pair => Assert.Equal(Places(pair.Value), Places(english[pair.Key])));
    }

    [Fact]
    public void Texts_HoldEveryKeyThatIsUsed()
    {
        var known = Read("Texts.resx").Keys.ToHashSet();

        var used = Sources()
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "\\b(?:T|t|texts|Texts)\\[\"([a-z0-9.]+)\"").Select(match => match.Groups[1].Value))
            .ToList();

        Assert.True(used.Count > 100);
        Assert.Equal([], used.Except(known));
    }

    [Fact]
    public void Screens_SpellOutNoVietnamese()
    {
        var spelled = Sources().Where(file => file.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(file => Regex.IsMatch(File.ReadAllText(file), "[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", RegexOptions.IgnoreCase));

        Assert.Equal([], spelled);
    }

    [Fact]
    public async Task Language_IsRemembered_WhenAskedForOnce()
    {
        var client = site.Reader();

        var before = await client.GetStringAsync("/");
        await client.GetStringAsync("/?culture=en-GB");
        var after = await client.GetStringAsync("/");

        Assert.Contains("<html lang=\"vi\">", before);
        Assert.Contains("<html lang=\"en\">", after);
    }

    [Fact]
    public async Task Error_SpeaksTheReadersLanguage()
    {
        var vietnamese = await site.Reader().GetAsync("/nowhere");
        var english = await site.Reader().GetAsync("/nowhere?culture=en-GB");

        Assert.Equal(HttpStatusCode.NotFound, vietnamese.StatusCode);
        Assert.Contains("Không tìm thấy", WebUtility.HtmlDecode(await vietnamese.Content.ReadAsStringAsync()));
        Assert.Contains("Not found", await english.Content.ReadAsStringAsync());
    }

    private static Dictionary<string, string> Read(string name) =>
        XDocument.Load(Path.Combine(Room, "Culture", name)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Places(string text) =>
        Regex.Matches(text, "\\{[0-9]+").Select(match => match.Value).Distinct().Order();

    private static IEnumerable<string> Sources() =>
        new[] { "Pages", "Culture", "Access" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Room, folder), "*.cs*", SearchOption.AllDirectories));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Digitize.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
