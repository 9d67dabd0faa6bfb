using Digitize.Ocr.Evaluation;

namespace Digitize.Ocr.Tests;

public sealed class CharacterErrorsTests
{
    [Theory]
    [InlineData("kitten", "sitting", 3, 6)]
    [InlineData("", "", 0, 0)]
    [InlineData("abc", "", 3, 3)]
    [InlineData("", "abc", 3, 0)]
    [InlineData("người ta", "người  ta\n", 0, 8)]
    [InlineData("nguời", "người", 1, 5)]
    public void Between_CountsEditsAndCharacters(string truth, string reading, int edits, int characters) =>
        Assert.Equal(new CharacterErrors(edits, characters), CharacterErrors.Between(truth, reading));

    [Fact]
    public void Between_SeesNoError_WhenOnlyTheComposingOfLatinDiffers() =>
        Assert.Equal(new CharacterErrors(0, 4), CharacterErrors.Between("Việt", "Vie\u0323\u0302t"));

    [Fact]
    public void Between_CountsAnIdeographOnce_WhenItLiesBeyondTheBmp() =>
        Assert.Equal(new CharacterErrors(1, 3), CharacterErrors.Between("𠊛𡨸𤾓", "𠊛𡦂𤾓"));

    [Fact]
    public void Between_SeesAnError_WhenACompatibilityIdeographIsReadAsAnother() =>
        Assert.Equal(1, CharacterErrors.Between("\uF900", "\u8C48").Edits);

    [Fact]
    public void Between_LeavesWhiteSpaceOut_WhenTold() =>
        Assert.Equal(new CharacterErrors(0, 4), CharacterErrors.Between("南國\n山河", "南國山 河", ignoreWhiteSpace: true));

    [Fact]
    public void Rate_IsOfAllCharacters_WhenErrorsAreSummed()
    {
        var sum = new CharacterErrors(1, 10) + new CharacterErrors(8, 20);

        Assert.Equal(new CharacterErrors(9, 30), sum);
        Assert.Equal(0.3, sum.Rate);
        Assert.Null(default(CharacterErrors).Rate);
    }
}
