using Digitize.Core.Text;

namespace Digitize.Core.Tests.Text;

public sealed class PrintedNumberTests
{
    [Theory]
    [InlineData("12", 12, NumberStyle.Arabic)]
    [InlineData("— 214 —", 214, NumberStyle.Arabic)]
    [InlineData("[7]", 7, NumberStyle.Arabic)]
    [InlineData("xiv", 14, NumberStyle.RomanSmall)]
    [InlineData("- XLII -", 42, NumberStyle.RomanCapital)]
    [InlineData("i.", 1, NumberStyle.RomanSmall)]
    public void Find_ReadsWhatPrintSetsOnPages(string text, int value, NumberStyle style) =>
        Assert.Equal(new PrintedNumber(value, style), PrintedNumber.Find(text));

    [Theory]
    [InlineData("")]
    [InlineData("—")]
    [InlineData("0")]
    [InlineData("012")]
    [InlineData("12345")]
    [InlineData("iiii")]
    [InlineData("ic")]
    [InlineData("Xv")]
    [InlineData("12 13")]
    [InlineData("chương")]
    [InlineData("١٢")]
    public void Find_GivesNothing_ForWhatIsNoNumber(string text) => Assert.Null(PrintedNumber.Find(text));

    [Fact]
    public void ToString_IsReadBack_InEveryStyle()
    {
        foreach (var number in Enumerable.Range(1, 400).SelectMany(value => Enum.GetValues<NumberStyle>().Select(style => new PrintedNumber(value, style))))
        {
            Assert.Equal(number, PrintedNumber.Find(number.ToString()));
        }
    }
}
