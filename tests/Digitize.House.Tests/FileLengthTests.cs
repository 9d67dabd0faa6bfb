namespace Digitize.House.Tests;

public sealed class FileLengthTests
{
    [Theory]
    [InlineData("src", 400)]
    [InlineData("tests", 600)]
    public void Sources_StayBelowTheCap(string folder, int cap)
    {
        var tooLong = Checkout.Sources(folder)
            .Select(path => (Path: Checkout.Relative(path), Lines: File.ReadLines(path).Count()))
            .Where(file => file.Lines > cap)
            .Select(file => $"{file.Path}: {file.Lines} lines, at most {cap}");

        Assert.Empty(tooLong);
    }
}
