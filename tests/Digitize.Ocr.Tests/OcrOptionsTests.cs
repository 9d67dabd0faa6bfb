namespace Digitize.Ocr.Tests;

public sealed class OcrOptionsTests
{
    [Theory]
    [InlineData("../vie")]
    [InlineData("vie+fra")]
    [InlineData("vie\n")]
    [InlineData("")]
    public void Languages_Throws_WhenNameCouldLeaveTheModelsFolder(string name) =>
        Assert.Throws<ArgumentException>(() => new OcrOptions { Languages = [name] });

    [Fact]
    public void Languages_Throws_WhenAutoStandsBesideAModel()
    {
        Assert.Throws<ArgumentException>(() => new OcrOptions { Languages = ["auto", "fra"] });
        Assert.True(new OcrOptions { Languages = ["auto"] }.IsAuto);
    }
}
