using Digitize.Ocr.Text;

namespace Digitize.Ocr.Tests;

public sealed class LatinTextTests
{
    [Fact]
    public void Compose_LeavesIdeographsAlone_WhenLatinStandsAmongThem() =>
        Assert.Equal("é\uF900ê", LatinText.Compose("e\u0301\uF900e\u0302"));
}
