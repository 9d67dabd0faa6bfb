using Digitize.Core.Text;
using Digitize.Ocr.Evaluation;

namespace Digitize.Ocr.Tests;

public sealed class LineScoresTests
{
    [Fact]
    public void Of_CountsEditsAndRecall()
    {
        var scores = LineScores.Of("南國山河", [Glyph("南"), Glyph("囗", "國"), Glyph("山")], text => text);

        Assert.Equal(new LineScores(1, new CharacterErrors(2, 4), 2, 3), scores);
    }

    [Fact]
    public void Of_LeavesMarksAndSpaceOut()
    {
        var scores = LineScores.Of("也。 悍○", [Glyph("也"), Glyph("○"), Glyph("悍")], text => text);

        Assert.Equal(new LineScores(1, new CharacterErrors(0, 2), 2, 2), scores);
    }

    [Fact]
    public void Of_CountsVariantsAsOne_WhenTheyAreFolded()
    {
        IReadOnlyList<Glyph> reading = [Glyph("為"), Glyph("国"), Glyph("\U000313E7")];

        var raw = LineScores.Of("爲國\U000F0832", reading, text => text);
        var folded = LineScores.Of("爲國\U000F0832", reading, VariantFolding.Fold);

        Assert.Equal((3, 3), (raw.Errors.Edits, raw.Errors.Characters));
        Assert.Equal((0, 3, 3), (folded.Errors.Edits, folded.First, folded.Five));
    }

    [Fact]
    public async Task ReadAsync_NamesTheRow_WhenItHasNoTab()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "a.png\t南\nb.png 國\n");

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => LineSet.ReadAsync(path, default));

        Assert.Contains(":2:", fault.Message, StringComparison.Ordinal);
        File.Delete(path);
    }

    private static Glyph Glyph(string text, params string[] others) => new(
        text, default, 0.5, [new GlyphCandidate(text, 0.5), .. others.Select(other => new GlyphCandidate(other, 0.1))]);
}
