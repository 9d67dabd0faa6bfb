using Digitize.Core.Text;
using Digitize.Ocr.Languages;

namespace Digitize.Ocr.Tests;

public sealed class LatinLanguagesTests
{
    private const string Vietnamese = "Trăm năm trong cõi người ta|Chữ tài chữ mệnh khéo là ghét nhau|Trải qua một cuộc bể dâu";

    private const string French = "Les habitants du village sont venus nous voir|et la route qui mène au marché était coupée|dans toute la province";

    private const string English = "The people of the village came to see us|and the road which leads to the market was cut|in all of the province";

    private const string Latin = "In principio erat verbum et verbum erat apud deum|et deus erat verbum hoc erat in principio|omnia per ipsum facta sunt";

    [Theory]
    [InlineData("vi", Vietnamese)]
    [InlineData("fr", French)]
    [InlineData("en", English)]
    [InlineData("la", Latin)]
    public void Mark_TellsTheLanguage_WhateverTheDocumentIsSaidToBeIn(string language, string lines)
    {
        foreach (var document in new[] { "und", "vi", "fr" })
        {
            Assert.Equal([language], Marked(document, lines).Distinct());
        }
    }

    [Fact]
    public void Mark_TellsEachPart_WhenAPageIsMixed() =>
        Assert.Equal(["vi", "vi", "vi", "fr", "fr", "fr", "la", "la", "la"], Marked("vi", $"{Vietnamese}|{French}|{Latin}"));

    [Fact]
    public void Mark_KeepsTheDocumentsTag_WhenTheLineIsInThatLanguage() =>
        Assert.Equal(["vi-Latn", "vi-Latn", "vi-Latn", "fr", "fr", "fr"], Marked("vi-Latn", $"{Vietnamese}|{French}"));

    [Fact]
    public void Mark_GoesWithTheNeighbours_WhenALineSaysNothing() =>
        Assert.Equal(["fr", "fr", "fr", "fr"], Marked("und", "Les habitants du village sont venus|1898|HANOI|dans toute la province qui était"));

    [Theory]
    [InlineData("und", "und")]
    [InlineData("vi", "vi")]
    [InlineData("km", "km")]
    public void Mark_LeavesTheDocumentsLanguage_WhenNothingTells(string document, string expected) =>
        Assert.Equal([expected, expected], Marked(document, "12|34"));

    [Fact]
    public void Mark_ChangesNothing_WhenTheDocumentIsInALanguageThatIsNotOurs() =>
        Assert.Equal(["km", "km", "km"], Marked("km", French));

    [Theory]
    [InlineData("Vietnamese", Vietnamese)]
    [InlineData("fra+Vietnamese", French)]
    [InlineData("lat+Vietnamese", Latin)]
    [InlineData("lat+fra+Vietnamese", French + "|" + Vietnamese + "|" + Latin)]
    [InlineData("", "12|34")]
    public void ModelsFor_NamesTheModelsOfTheMix(string models, string lines)
    {
        var page = Page("und", lines);

        var chosen = AutoLanguages.ModelsFor(page with { Regions = LineLanguages.Mark(page.Regions, "und") });

        Assert.Equal(models, string.Join('+', chosen));
    }

    [Fact]
    public async Task ReadAsync_ReadsOnce_WhenThePageIsInTheDocumentsLanguage()
    {
        var asked = await AskedAsync(new OcrOptions { Languages = ["auto"], Language = "vi" }, Vietnamese);

        Assert.Equal(["Vietnamese"], asked);
    }

    [Fact]
    public async Task ReadAsync_ReadsAgainWithTheRightModels_WhenThePageIsInAnother()
    {
        var asked = await AskedAsync(new OcrOptions { Languages = ["auto"], Language = "vi" }, French);

        Assert.Equal(["Vietnamese", "fra+Vietnamese"], asked);
    }

    [Fact]
    public async Task ReadAsync_TakesTheRecipesModels_WhenTheRecipeNamesThem()
    {
        var asked = await AskedAsync(new OcrOptions { Languages = ["vie", "eng"], Language = "vi" }, French);

        Assert.Equal(["vie+eng"], asked);
    }

    [Fact]
    public async Task ReadAsync_ReadsOnce_WhenAFrenchPageIsSaidToBeFrench()
    {
        var asked = await AskedAsync(new OcrOptions { Languages = ["auto"], Language = "fr" }, French);

        Assert.Equal(["fra+Vietnamese"], asked);
    }

    private static async Task<List<string>> AskedAsync(OcrOptions options, string lines)
    {
        var asked = new List<string>();
        await AutoLanguages.ReadAsync(options, chosen =>
        {
            asked.Add(string.Join('+', chosen.Languages));
            var page = Page("und", lines);
            return Task.FromResult(page with { Regions = LineLanguages.Mark(page.Regions, options.Language) });
        });
        return asked;
    }

    private static List<string> Marked(string document, string lines) =>
        [.. LineLanguages.Mark(Page(document, lines).Regions, document).SelectMany(region => region.Lines).Select(line => line.Language)];

    private static TextPage Page(string document, string lines)
    {
        var all = lines.Split('|').Select((line, number) => new TextLine(
            $"l{number}", default, [], document, WritingMode.HorizontalTb,
            [.. line.Split(' ').Select(word => new Word(word, default, 0.9, []))])).ToList();
        return new TextPage(100, 100, [new TextRegion("r1", RegionKind.Body, default, WritingMode.HorizontalTb, all)], null);
    }
}
