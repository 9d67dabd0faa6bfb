using Digitize.Pipeline.Recipes;

namespace Digitize.Pipeline.Tests.Recipes;

public sealed class FileNamingTests
{
    [Theory]
    [InlineData("{shelfmark}_{sequence}", "AB.123_007.tif", "AB.123", 7)]
    [InlineData("{shelfmark}_{sequence}", "AB_12_007.tif", "AB_12", 7)]
    [InlineData("{shelfmark}_{sequence}", "Lục Vân Tiên_10.jpg", "Lục Vân Tiên", 10)]
    [InlineData("IMG ({sequence})", "IMG (12).jpg", "", 12)]
    [InlineData("{sequence}-{any}", "3-𡨸喃.png", "", 3)]
    [InlineData("{shelfmark}.{sequence}", "A[1]+.5.png", "A[1]+", 5)]
    public void Read_GivesShelfmarkAndSequence(string pattern, string name, string shelfmark, int sequence) =>
        Assert.Equal((shelfmark, sequence), FileNaming.Read(pattern, name));

    [Theory]
    [InlineData("{shelfmark}_{sequence}", "AB.123.tif")]
    [InlineData("{shelfmark}_{sequence}", "_7.tif")]
    [InlineData("{shelfmark}_{sequence}", "AB_1234567.tif")]
    [InlineData("{shelfmark}_{sequence}", "AB_٣.tif")]
    [InlineData("{sequence}.x", "7yx.tif")]
    public void Read_GivesNothing_WhenTheNameDoesNotFit(string pattern, string name) => Assert.Null(FileNaming.Read(pattern, name));

    [Theory]
    [InlineData("{sequence}", true)]
    [InlineData("{shelfmark}_{any}_{sequence}", true)]
    [InlineData("{shelfmark}", false)]
    [InlineData("{sequence}_{sequence}", false)]
    [InlineData("{sequence}_{page}", false)]
    [InlineData("{sequence", false)]
    [InlineData("", false)]
    public void IsPattern_TellsWhatCanBeRead(string pattern, bool isPattern) => Assert.Equal(isPattern, FileNaming.IsPattern(pattern));
}
