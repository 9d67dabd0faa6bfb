using Digitize.Ocr.Scripts;

namespace Digitize.Ocr.Tests;

public sealed class ScriptFinderTests
{
    [Fact]
    public void Of_SaysLatin_WhenThePageIsQuocNgu() =>
        Assert.Equal([PageScript.Latin], Scripts(Pages.Vietnamese));

    [Fact]
    public void Of_SaysColumns_WhenThePageIsRuledHan() =>
        Assert.Equal([PageScript.HanColumns], Scripts(Pages.Columns));

    [Fact]
    public void Of_SaysBoth_WhenHanStandsAboveQuocNgu()
    {
        var page = Pages.Above(Pages.Columns, Pages.Vietnamese);

        var regions = ScriptFinder.Of(page);

        Assert.Equal([PageScript.HanColumns, PageScript.Latin], regions.Select(region => region.Script));
        Assert.True(regions[0].Box.Bottom <= regions[1].Box.Y);
        Assert.Equal(1, regions.Sum(region => region.Ink), 2);
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 1, 255)]
    [InlineData(1, 3000, 0)]
    [InlineData(3000, 1, 0)]
    [InlineData(600, 800, 0)]
    [InlineData(600, 800, 255)]
    public void Of_FindsNothing_WhenThePageIsOneColour(int width, int height, int grey)
    {
        var pixels = new byte[width * height];
        Array.Fill(pixels, (byte)grey);

        Assert.Empty(ScriptFinder.Of(new OcrImage(width, height, 1, width, null, pixels)));
    }

    [Fact]
    public void Of_FindsNothing_WhenThePageIsAPicture()
    {
        // Soft shades from corner to corner, no edge in them.
        var pixels = Enumerable.Range(0, 600 * 800)
            .Select(i => (byte)(128 + (100 * Math.Sin(i % 600 / 90.0) * Math.Cos(i / 600 / 70.0)))).ToArray();

        Assert.Empty(ScriptFinder.Of(new OcrImage(600, 800, 1, 600, null, pixels)));
    }

    private static PageScript[] Scripts(OcrImage page) => [.. ScriptFinder.Of(page).Select(region => region.Script)];
}
