using Digitize.Ocr.Evaluation;

namespace Digitize.Ocr.Tests;

public sealed class DiacriticErrorsTests
{
    [Theory]
    [InlineData("người", "người", 0, 3)]
    [InlineData("người", "nguời", 1, 3)]
    [InlineData("người", "ngươì", 2, 3)]
    [InlineData("đã", "da", 2, 2)]
    [InlineData("Đó", "Dó", 1, 2)]
    [InlineData("été", "ete", 2, 2)]
    [InlineData("ça", "ca", 1, 2)]
    [InlineData("ta", "tá", 1, 1)]
    [InlineData("", "á", 0, 0)]
    [InlineData("á", "", 0, 0)]
    public void Between_CountsLettersWithOtherMarks(string truth, string reading, int wrong, int letters) =>
        Assert.Equal(new DiacriticErrors(wrong, letters), DiacriticErrors.Between(truth, reading));

    [Fact]
    public void Between_LeavesALetterOut_WhenItsBareLetterWasNotRead() =>
        Assert.Equal(new DiacriticErrors(0, 2), DiacriticErrors.Between("tối tăm", "tzi tăm"));

    [Fact]
    public void Between_SeesNoError_WhenOnlyTheComposingDiffers() =>
        Assert.Equal(new DiacriticErrors(0, 2), DiacriticErrors.Between("Việt", "Vie\u0323\u0302t"));

    [Fact]
    public void Between_KeepsItsPlaces_WhenLettersWereLostBefore() =>
        Assert.Equal(new DiacriticErrors(1, 5), DiacriticErrors.Between("Trăm năm cõi", "ăm nam cõi"));
}
