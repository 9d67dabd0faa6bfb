using Digitize.Ocr.Evaluation;

namespace Digitize.Ocr.Tests;

public sealed class PageScoresTests
{
    [Fact]
    public void Of_SeesNoError_WhenOnlyLineEndsDiffer() =>
        Assert.Equal(
            new PageScores(1, new CharacterErrors(0, 8), new CharacterErrors(0, 2), new DiacriticErrors(0, 2)),
            PageScores.Of("Trăm\nnăm\n", "Trăm  năm"));

    [Fact]
    public void Of_TakesTheHyphenAtALinesEndAsPrinted()
    {
        var scores = PageScores.Of("con-\nnaître", "con- naître");
        var joined = PageScores.Of("con-\nnaître", "connaître");

        Assert.Equal((0, 0), (scores.Characters.Edits, scores.Words.Edits));
        Assert.Equal((2, 2), (joined.Characters.Edits, joined.Words.Edits));
    }

    [Fact]
    public void Sum_IsOverAllCharacters()
    {
        var sum = PageScores.Of("ba", "bà") + PageScores.Of("bốn năm", "bốn năm");

        Assert.Equal((2, 1, 9), (sum.Pages, sum.Characters.Edits, sum.Characters.Characters));
        Assert.Equal((1, 3), (sum.Words.Edits, sum.Words.Characters));
        Assert.Equal((1, 3), (sum.Diacritics.Wrong, sum.Diacritics.Letters));
    }
}
