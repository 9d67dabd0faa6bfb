using Digitize.Core.Text;

namespace Digitize.Core.Tests.Text;

public sealed class TextPageTests
{
    [Fact]
    public void PlainText_HasALineALine_AndRegionsApart()
    {
        var page = Page(Line(WritingMode.HorizontalTb, "Trăm", "năm"), Line(WritingMode.VerticalRl, "𡨸", "喃"));

        Assert.Equal("Trăm năm\n\n𡨸喃", page.PlainText);
    }

    [Fact]
    public void JoinedText_HasBrokenWordsWhole_WhereTheyBegin()
    {
        var page = Page(Broken("le", "com-", WordHalf.First, "commerce,"), Broken("", "merce,", WordHalf.Second, "commerce,"));

        Assert.Equal("le com-\n\nmerce,", page.PlainText);
        Assert.Equal("le commerce,", page.JoinedText);
        Assert.Equal("le commerce,", page.FoldedText);
    }

    [Fact]
    public void FoldedText_HasAWordWithItsHyphen_AsTwoWordsAndAsOne()
    {
        var page = Page(Broken("nước", "Việt-", WordHalf.First, "Việt-Nam"), Broken("", "Nam", WordHalf.Second, "Việt-Nam"));

        Assert.Equal("nuoc viet nam vietnam", page.FoldedText);
    }

    [Fact]
    public void Confidence_IsTheMeanOverWords()
    {
        var page = Page(Line(WritingMode.HorizontalTb, "a", "b", "c"), Line(WritingMode.HorizontalTb));

        Assert.Equal(0.5, page.Confidence);
    }

    [Fact]
    public void Confidence_IsUnknown_WhenNothingWasRead() => Assert.Null(TextPage.Empty(10, 10).Confidence);

    private static TextPage Page(params TextLine[] lines) => new(
        100, 100, [.. lines.Select((line, i) => new TextRegion($"r{i}", RegionKind.Body, default, line.Mode, [line]))], null);

    private static TextLine Broken(string before, string half, WordHalf which, string joined) => new(
        "l", default, [], "vi", WritingMode.HorizontalTb,
        [
            .. before.Length > 0 ? [new Word(before, default, 1, [])] : Array.Empty<Word>(),
            new Word(half, default, 1, []) { Part = new WordPart(which, joined) },
        ]);

    private static TextLine Line(WritingMode mode, params string[] words) =>
        new("l", default, [], "vi", mode, [.. words.Select((word, i) => new Word(word, default, i * 0.5, []))]);
}
