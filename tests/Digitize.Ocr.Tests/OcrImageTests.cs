namespace Digitize.Ocr.Tests;

public sealed class OcrImageTests
{
    [Theory]
    [InlineData(0, 10, 1, 10)]
    [InlineData(10, 40_000, 1, 10)]
    [InlineData(10, 10, 4, 40)]
    [InlineData(10, 10, 3, 29)]
    [InlineData(11, 10, 1, 11)]
    public void Constructor_Throws_WhenFiguresContradictEachOther(int width, int height, int bytesPerPixel, int stride) =>
        Assert.ThrowsAny<ArgumentException>(
            () => new OcrImage(width, height, bytesPerPixel, stride, null, new byte[100]));
}
