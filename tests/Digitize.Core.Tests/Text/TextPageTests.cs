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
    public void Confidence_IsTheMeanOverWords()
    {
        var page = Page(Line(WritingMode.HorizontalTb, "a", "b", "c"), Line(WritingMode.HorizontalTb));

        Assert.Equal(0.5, page.Confidence);
    }

    [Fact]
    public void Confidence_IsUnknown_WhenNothingWasRead() => Assert.Null(TextPage.Empty(10, 10).Confidence);

    private static TextPage Page(params TextLine[] lines) => new(
        100, 100, [.. lines.Select((line, i) => new TextRegion($"r{i}", RegionKind.Body, default, line.Mode, [line]))], null);

    private static TextLine Line(WritingMode mode, params string[] words) =>
        new("l", default, [], "vi", mode, [.. words.Select((word, i) => new Word(word, default, i * 0.5, []))]);
}
