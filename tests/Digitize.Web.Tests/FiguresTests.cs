using System.Globalization;
using Digitize.Web.Culture;
using Digitize.Web.Pages;

namespace Digitize.Web.Tests;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-GB")]
    public void Figures_HaveWords(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var texts = new Texts();

        Assert.All(Figures.OfScan.Concat(Figures.OfSteps), name => Assert.NotEqual($"figure.{name}", texts[$"figure.{name}"]));
    }

    [Fact]
    public void Read_ShowsKnownFiguresInTheirUnitsAndLeavesOutTheRest()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");

        var figures = Figures.Read(
            """{"strange":1,"confidence":0.9999,"turned":true,"lines":1234,"degrees":-0.25,"geometry":{"masterWidth":5},"pages":null}""",
            Figures.OfSteps, new Texts());

        Assert.Equal(
            [("Độ nghiêng", "-0,25°"), ("Đã xoay thẳng", "có"), ("Số dòng", "1.234"), ("Độ tin", "99 trên 100")], figures);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("[1]")]
    [InlineData("{\"inspection\":7}")]
    [InlineData("not json")]
    public void Read_IsEmpty_WhenThereIsNothingToShow(string? json) =>
        Assert.Empty(Figures.Read(json, Figures.OfScan, new Texts()));
}
