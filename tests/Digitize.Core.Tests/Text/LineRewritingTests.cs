using Digitize.Core.Text;

namespace Digitize.Core.Tests.Text;

public sealed class LineRewritingTests
{
    private static readonly TextLine Column = Line(WritingMode.VerticalRl, "天地人", (0, 0, 50, 60), (0, 60, 50, 60), (0, 120, 50, 60));

    private static readonly TextLine Row = Line(WritingMode.HorizontalTb, "abc", (0, 0, 10, 20), (10, 0, 10, 20), (20, 0, 10, 20));

    [Fact]
    public void With_KeepsBoxAndCandidatesOfWhatStays_AndIsSureOfWhatAPersonWrote()
    {
        var glyphs = Column.With("天𡗶人").Words.Single().Glyphs;

        Assert.Equal(Column.Words[0].Glyphs[0], glyphs[0]);
        Assert.Equal(("𡗶", new Box(0, 60, 50, 60), 1.0), (glyphs[1].Text, glyphs[1].Box, glyphs[1].Confidence));
        Assert.Equal(Column.Words[0].Glyphs[2], glyphs[2]);
    }

    [Fact]
    public void With_SharesTheRoomOfOneAmongTwo()
    {
        var glyphs = Column.With("天大也人").Words.Single().Glyphs;

        Assert.Equal([new Box(0, 60, 50, 30), new Box(0, 90, 50, 30)], glyphs.Skip(1).Take(2).Select(glyph => glyph.Box));
    }

    [Fact]
    public void With_GivesAnInsertedCharacterAtLeastAPixelInsideTheLine()
    {
        Assert.All(
            Column.With("天地人也乎").Words.Single().Glyphs.Concat(Column.With("者天地人").Words.Single().Glyphs),
            glyph => Assert.True(glyph.Box.Height >= 1 && glyph.Box.Y >= 0 && glyph.Box.Bottom <= 181, glyph.ToString()));
    }

    [Fact]
    public void With_PartsWordsAtWhiteSpace_OnARow()
    {
        var line = Row.With("  ab  c ");

        Assert.Equal(["ab", "c"], line.Words.Select(word => word.Text));
        Assert.Equal(new Box(0, 0, 20, 20), line.Words[0].Box);
        Assert.Equal("ab c", line.Text);
    }

    [Fact]
    public void With_DropsWhiteSpace_InAColumn() => Assert.Equal("天地人", Column.With("天 地　人").Text);

    [Fact]
    public void With_HasNoWords_WhenEverythingWasTakenOut() => Assert.Empty(Row.With("  ").Words);

    [Fact]
    public void With_TakesALineThatHasNoGlyphs()
    {
        var bare = Row with { Words = [new Word("abc", new Box(0, 0, 30, 20), 0.4, [])] };

        Assert.Equal(0.4, bare.With("abc").Words.Single().Confidence, 6);
        Assert.Equal("abd", bare.With("abd").Text);
        Assert.Equal("x", (Row with { Words = [] }).With("x").Text);
    }

    private static TextLine Line(WritingMode mode, string text, params (int X, int Y, int Width, int Height)[] boxes)
    {
        var glyphs = boxes.Select((box, i) => new Glyph(
            text[i].ToString(), new Box(box.X, box.Y, box.Width, box.Height), 0.5, [new GlyphCandidate(text[i].ToString(), 0.5)])).ToList();
        var around = Box.Around(glyphs.Select(glyph => glyph.Box));
        return new TextLine("l", around, [], "und", mode, [new Word(text, around, 0.5, glyphs)]);
    }
}
