using Digitize.Core.Text;
using Digitize.Ocr.Text;

namespace Digitize.Ocr.Tests.Text;

public sealed class WordSuggestionsTests
{
    [Theory]
    [InlineData("trăm nàt trong", 1, "nát")]
    [InlineData("trong cõi ngưòi", 0, null)]
    [InlineData("nhũng đlều trông", 1, "điều")]
    [InlineData("một cụôc bể", 1, null)]
    public void Add_OffersLegalSyllables_OnlyForWhatIsNone(string text, int place, string? offered)
    {
        var words = Read(text, "vi");

        var suggestions = words[place].Suggestions;
        Assert.Equal(text.Split(' '), words.Select(word => word.Text));
        if (offered is null)
        {
            Assert.Empty(suggestions);
        }
        else
        {
            Assert.All(suggestions, suggestion => Assert.True(VietnameseSyllable.IsLegal(suggestion.Text.Trim(',', '.'))));
            Assert.Contains(offered, suggestions.Select(suggestion => suggestion.Text));
        }
    }

    [Fact]
    public void Add_RanksByWhatStandsAround_AndKeepsCaseAndPunctuation()
    {
        var suggestions = Read("Trâm năm trong cõi ngườl ta,", "vi")[4].Suggestions;

        Assert.NotEmpty(Read("«Nàt», năm", "vi")[0].Suggestions);
        Assert.Equal("người", suggestions[0].Text);
        Assert.True(suggestions.Sum(suggestion => suggestion.Confidence) <= 0.7001);
        Assert.Equal(suggestions.OrderByDescending(suggestion => suggestion.Confidence), suggestions);
        Assert.All(Read("«Nàt», năm", "vi")[0].Suggestions, suggestion => Assert.Matches("^«N.+»,$", suggestion.Text));
    }

    [Fact]
    public void Add_UsesWhatTheRecogniserThoughtOf()
    {
        var glyphs = "hsa".Select(letter => new Glyph(
            letter.ToString(), default, 0.5, letter == 's' ? [new("s", 0.5), new("o", 0.4)] : [new(letter.ToString(), 0.9)])).ToList();
        var line = Line([new Word("hsa", default, 0.5, glyphs)], "vi");

        var word = WordSuggestions.Add([Region(line)])[0].Lines[0].Words[0];

        Assert.Equal("hsa", word.Text);
        Assert.Equal(("hoa", SuggestionSource.Recogniser), (word.Suggestions[0].Text, word.Suggestions[0].Source));
    }

    [Fact]
    public void Add_LeavesOtherLanguagesNumbersAndNamesInCapitalsAlone()
    {
        Assert.All(Read("Le commxrce", "fr"), word => Assert.Empty(word.Suggestions));
        Assert.All(Read("1911 — XVII BNF 𡨸喃", "vi"), word => Assert.Empty(word.Suggestions));
    }

    [Fact]
    public void OldSpellings_AreLegal_AndNeverChanged()
    {
        const string old = "Hoà-bình hòa-bình hoà hòa thuý thúy qui quy kỳ kì";

        Assert.All(Read(old, "vi"), word => Assert.Empty(word.Suggestions));
        Assert.Equal(old, string.Join(' ', Read(old, "vi").Select(word => word.Text)));
        Assert.Equal("hoà hòa", LatinText.Compose("hoà hòa"));
    }

    private static IReadOnlyList<Word> Read(string text, string language) =>
        WordSuggestions.Add([Region(Line([.. text.Split(' ').Select(word => new Word(word, default, 0.9, []))], language))])[0].Lines[0].Words;

    private static TextLine Line(IReadOnlyList<Word> words, string language) =>
        new("l", default, [], language, WritingMode.HorizontalTb, words);

    private static TextRegion Region(TextLine line) => new("r", RegionKind.Body, default, WritingMode.HorizontalTb, [line]);
}
