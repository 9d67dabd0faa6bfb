using Digitize.Formats.Csv;
using Digitize.Formats.Tests.Samples;

namespace Digitize.Formats.Tests.Csv;

public sealed class CsvTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("Truyện Kiều", "Truyện Kiều")]
    [InlineData("a=b", "a=b")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+84", "'+84")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("a \"b\"", "\"a \"\"b\"\"\"")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    public void Escape_GivesACell_ThatNoSpreadsheetRuns(string? text, string expected)
    {
        Assert.Equal(expected, CsvCell.Escape(text));
    }

    [Fact]
    public async Task WriteRow_StartsWithAByteOrderMark_AndEndsRowsWithCrLf()
    {
        var written = await Written.ByAsync(async stream =>
        {
            await using var csv = new CsvWriter(stream);
            await csv.WriteRowAsync(["Ký hiệu", "字"], CancellationToken.None);
            await csv.WriteRowAsync(["=1", null], CancellationToken.None);
        });

        Assert.Equal("\uFEFFKý hiệu,字\r\n'=1,\r\n", written.Text);
    }
}
