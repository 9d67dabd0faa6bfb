using Digitize.Ocr.Text;

namespace Digitize.Ocr.Tests.Text;

public sealed class HyphenRuleTests
{
    [Theory]
    [InlineData("Việt", "Nam", "vi", "Việt-Nam")]
    [InlineData("độc", "lập,", "vi", "độc-lập,")]
    [InlineData("hòa", "bình", "vi-Latn", "hòa-bình")]
    [InlineData("Hà-nội-thành", "phố", "vi", "Hà-nội-thành-phố")]
    [InlineData("Na-pô", "lê-ông", "vi", "Na-pô-lê-ông")]
    [InlineData("Indo", "Chine", "fr", "Indo-Chine")]
    [InlineData("Saint", "Pierre", "fr", "Saint-Pierre")]
    [InlineData("c'est-à", "dire", "fr", "c'est-à-dire")]
    [InlineData("lui", "même.", "fr", "lui-même.")]
    [InlineData("Sơn", "tây", "fr", "Sơn-tây")]
    public void Joined_KeepsTheHyphen_ThatTheWordHas(string first, string second, string language, string whole) =>
        Assert.Equal(whole, HyphenRule.Joined(first, first + "-", second, language));

    [Theory]
    [InlineData("com", "merce", "fr", "commerce")]
    [InlineData("«com", "merce»,", "fr", "«commerce»,")]
    [InlineData("GOUVERNE", "MENT", "fr", "GOUVERNEMENT")]
    [InlineData("com", "merce", "vi", "commerce")]
    [InlineData("ngh", "iêng", "vi", "nghiêng")]
    [InlineData("domi", "nus", "la", "dominus")]
    public void Joined_LosesTheHyphen_ThatTheBreakMade(string first, string second, string language, string whole) =>
        Assert.Equal(whole, HyphenRule.Joined(first, first + "-", second, language));

    [Theory]
    [InlineData("1911", "1912")]
    [InlineData("nói:", "không")]
    [InlineData("com", "«merce")]
    [InlineData("", "")]
    public void Joined_IsNothing_WhenTheseAreNoHalves(string first, string second) =>
        Assert.Null(HyphenRule.Joined(first, first + "-", second, "vi"));
}
