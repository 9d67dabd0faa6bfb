using System.Globalization;
using Digitize.Core.Outcomes;

namespace Digitize.Core.Tests.Outcomes;

public sealed class ReasonTests
{
    [Fact]
    public void Text_IsInTheReadersLanguage()
    {
        var reason = new Reason("file-empty", "Trang_01.tif");

        Assert.Equal("Tệp «Trang_01.tif» rỗng (0 byte). Hãy quét lại hoặc chép lại tệp này.", reason.Text(ReasonTexts.Vietnamese));
        Assert.Equal("The file “Trang_01.tif” is empty (0 bytes). Scan or copy it again.", reason.Text(ReasonTexts.English));
    }

    [Fact]
    public void Text_IsVietnamese_WhenTheLanguageIsNotKnown() =>
        Assert.StartsWith("Tệp", new Reason("file-empty", "x").Text(CultureInfo.GetCultureInfo("ja-JP")));

    [Fact]
    public void Text_TellsCodeAndFacts_WhenTheCodeHasNoSentence() =>
        Assert.Equal("no-such-code: a; b", new Reason("no-such-code", "a", "b").Text(ReasonTexts.English));

    [Fact]
    public void Text_LeavesBracesInFactsAlone() =>
        Assert.Contains("{1}.tif", new Reason("file-empty", "{1}.tif").Text(ReasonTexts.English));

    [Fact]
    public void Equals_ComparesCodeAndFacts()
    {
        var reason = new Reason("batch-count", "A", "5", "4");

        Assert.Equal(reason, new Reason("batch-count", (IReadOnlyList<string>)["A", "5", "4"]));
        Assert.Equal(reason.GetHashCode(), new Reason("batch-count", "A", "5", "4").GetHashCode());
        Assert.NotEqual(reason, new Reason("batch-count", "A", "5", "3"));
        Assert.NotEqual(reason, new Reason("batch-nothing", "A", "5", "4"));
    }
}
