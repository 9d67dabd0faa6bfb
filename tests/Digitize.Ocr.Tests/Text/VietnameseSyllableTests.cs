using System.Text;
using Digitize.Ocr.Text;

namespace Digitize.Ocr.Tests.Text;

public sealed class VietnameseSyllableTests
{
    [Theory]
    [InlineData("nghiêng")]
    [InlineData("Nguyễn")]
    [InlineData("hoà")]
    [InlineData("hòa")]
    [InlineData("thủy")]
    [InlineData("thuỷ")]
    [InlineData("kì")]
    [InlineData("kỳ")]
    [InlineData("quí")]
    [InlineData("quý")]
    [InlineData("gì")]
    [InlineData("giêng")]
    [InlineData("già")]
    [InlineData("yếu")]
    [InlineData("ĐƯỜNG")]
    [InlineData("khuya")]
    [InlineData("ạ")]
    public void IsLegal_InEverySpellingOfTheTime(string syllable)
    {
        Assert.True(VietnameseSyllable.IsLegal(syllable));
        Assert.True(VietnameseSyllable.IsLegal(syllable.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nghang")]
    [InlineData("kang")]
    [InlineData("ngiêng")]
    [InlineData("hàt")]
    [InlineData("hãc")]
    [InlineData("fa")]
    [InlineData("merce")]
    [InlineData("hoạ̀")]
    [InlineData("1911")]
    [InlineData("𡨸")]
    [InlineData("việtnam")]
    public void IsNot_WhenNobodyCouldSayIt(string text) => Assert.False(VietnameseSyllable.IsLegal(text));
}
