using Digitize.Core.Text;

namespace Digitize.Core.Tests.Text;

public sealed class PageLabelsTests
{
    [Theory]
    [InlineData("1 2 3 4", "1 2 3 4")]
    [InlineData("7 8 . 10", "7 8 9 10")]
    [InlineData("12 13 74 15 16", "12 13 14 15 16")]
    [InlineData("v vi vii 1 2 3", "v vi vii 1 2 3")]
    [InlineData("v vl vii . 1 2 3 . 5", "v vi vii . 1 2 3 4 5")]
    [InlineData("21 22 . 23 24 25", "21 22 . 23 24 25")]
    [InlineData("21 22 . . 23 24", "21 22 . . 23 24")]
    [InlineData("1 2 3 8 9 10", "1 2 3 8 9 10")]
    [InlineData(". . .", ". . .")]
    [InlineData("", "")]
    [InlineData("x", "x")]
    [InlineData("nonsense", ".")]
    [InlineData("1 2 3 4 99 6 . . .", "1 2 3 4 5 6 . . .")]
    [InlineData("1 2 3 . . . . 77", "1 2 3 . . . . 77")]
    public void Propose_FollowsTheSequence(string read, string proposed)
    {
        var readings = Split(read).Select(text => text == "." ? null : new LabelReading(text, 0.9)).ToList();

        var labels = PageLabels.Propose(readings).Select(label => label?.Label ?? ".");

        Assert.Equal(Split(proposed), labels);
    }

    [Fact]
    public void Confidence_IsHigherWhereMoreAgree_AndLowestForOneAlone()
    {
        var many = PageLabels.Propose([.. Enumerable.Range(1, 20).Select(page => new LabelReading($"{page}", 0.9))]);
        var misread = PageLabels.Propose([.. Enumerable.Range(1, 20).Select(page => new LabelReading(page == 10 ? "70" : $"{page}", 0.9))]);
        var alone = PageLabels.Propose([new LabelReading("5", 0.9)]);

        Assert.Equal("10", misread[9]!.Label);
        Assert.True(many[9]!.Confidence > misread[9]!.Confidence);
        Assert.True(misread[9]!.Confidence > alone[0]!.Confidence);
        Assert.All(many, label => Assert.InRange(label!.Confidence, 0.8, 1));
    }

    [Fact]
    public void Confidence_IsTooLowToBeTakenUnseen_WhereNothingSupportsTheReading()
    {
        var proposals = PageLabels.Propose([.. "1 2 3 . . . . 77".Split(' ').Select(text => text == "." ? null : new LabelReading(text, 1))]);

        Assert.All(proposals.Take(3), label => Assert.True(label!.Confidence >= PageLabels.Sure));
        Assert.True(proposals[^1]!.Confidence < PageLabels.Sure);
    }

    [Fact]
    public void Of_TakesTheNumberOfThePage_AndNothingElse()
    {
        var number = Region(RegionKind.PageNumber, "— 12 —");

        Assert.Equal(new LabelReading("12", 0.5), LabelReading.Of(new TextPage(9, 9, [Region(RegionKind.Body, "13"), number], null)));
        Assert.Null(LabelReading.Of(new TextPage(9, 9, [Region(RegionKind.Body, "13")], null)));
        Assert.Null(LabelReading.Of(new TextPage(9, 9, [Region(RegionKind.PageNumber, "—")], null)));
    }

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static TextRegion Region(RegionKind kind, string text) => new(
        "r", kind, default, WritingMode.HorizontalTb,
        [new TextLine("l", default, [], "vi", WritingMode.HorizontalTb, [.. text.Split(' ').Select(word => new Word(word, default, 0.5, []))])]);
}
