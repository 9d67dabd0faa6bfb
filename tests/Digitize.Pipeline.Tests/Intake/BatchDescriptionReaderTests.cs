using System.Text;
using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Pipeline.Intake;
using Digitize.Pipeline.Recipes;
using Digitize.Pipeline.Tests.Line;

namespace Digitize.Pipeline.Tests.Intake;

public sealed class BatchDescriptionReaderTests : IDisposable
{
    private const string Header = "file,shelfmark,title,collection,sequence\n";

    private readonly TempFolder _folder = new();
    private readonly List<RecipeFault> _faults = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_GivesNothing_WhenNothingIsWritten() => Assert.Equal(BatchDescription.Nothing, Read());

    [Fact]
    public void Read_TakesEveryKeyOfTheYaml()
    {
        Yaml("""
            recipe: french
            shelfmark: AB.1
            title: Truyện Kiều
            collection: Nôm
            creator: Nguyễn Du
            date: "1820"
            language: vi-Hani
            rights: http://rightsstatements.org/vocab/NoC-OKLR/1.0/
            expectedPages: 12
            order: right-to-left
            publish: on-completion
            priority: urgent
            """);

        Assert.Equal(
            new BatchDescription(
                "french", "AB.1", "Truyện Kiều", "Nôm", "Nguyễn Du", "1820", "vi-Hani",
                "http://rightsstatements.org/vocab/NoC-OKLR/1.0/", 12, ReadingDirection.RightToLeft, PublishPolicy.OnCompletion, Priority.Urgent, null, null, null),
            Read());
    }

    [Theory]
    [InlineData("title: A\ntile: B\n", 2, "yaml-unknown-key", "tile", "collection, creator, date, expectedPages, language, order, physicalHeightMm, physicalWidthMm, priority, publish, recipe, rights, shelfmark, title")]
    [InlineData("expectedPages: 0\n", 1, "yaml-value", "expectedPages", "0", "1 … 1000000")]
    [InlineData("physicalWidthMm: 0\n", 1, "yaml-value", "physicalWidthMm", "0", "1 … 10000")]
    [InlineData("title: A\norder: rtl\n", 2, "yaml-value", "order", "rtl", "left-to-right, right-to-left")]
    [InlineData("title: [A]\n", 1, "yaml-kind", "title", "text")]
    public void Read_TellsLineAndWhatIsAllowed_InTheYaml(string yaml, int line, string code, params string[] facts)
    {
        Yaml(yaml);

        Assert.Null(Read());
        Assert.Equal(new RecipeFault("batch.yaml", line, new Reason(code, facts)), Assert.Single(_faults));
    }

    [Fact]
    public void Read_TakesTheTable()
    {
        Csv(Header + "1.tif,AB.1,Kiều,Nôm,2\n2.tif,,,,\n");

        var files = Read("1.tif", "2.tif")!.Files!;

        Assert.Equal(new FileDescription("AB.1", "Kiều", "Nôm", 2), files["1.tif"]);
        Assert.Equal(new FileDescription(null, null, null, null), files["2.tif"]);
    }

    [Theory]
    [InlineData("\uFEFF" + Header + "1.tif,AB.1,,,\n")]
    [InlineData("file,shelfmark,title,collection,sequence\r\n1.tif,AB.1,,,\r\n")]
    [InlineData("file,shelfmark,title,collection,sequence\r\n\r\n\"1.tif\" , AB.1\r\n")]
    public void Read_TakesTheTableAsSpreadsheetsWriteIt(string csv)
    {
        Csv(csv);

        Assert.Equal("AB.1", Read("1.tif")!.Files!["1.tif"].Shelfmark);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public void Read_TakesAnyUnicodeWithItsMark(string encoding)
    {
        var unicode = Encoding.GetEncoding(encoding);
        _folder.Put("batch.csv", [.. unicode.GetPreamble(), .. unicode.GetBytes(Header + "𡨸.tif,Bản ệ,,,\n")]);

        Assert.Equal("Bản ệ", Read("𡨸.tif")!.Files!["𡨸.tif"].Shelfmark);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")")]
    [InlineData("@SUM(1)")]
    [InlineData("+1-1|cmd")]
    public void Read_TakesFormulasAsText(string cell)
    {
        Csv($"{Header}1.tif,,\"{cell.Replace("\"", "\"\"")}\",,\n");

        Assert.Equal(cell, Read("1.tif")!.Files!["1.tif"].Title);
    }

    [Theory]
    [InlineData("file;shelfmark;title;collection;sequence\n1.tif;;;;\n", 1, "csv-columns", "file,shelfmark,title,collection,sequence")]
    [InlineData("file,shelfmark,title,collection,sequence,more\n1.tif,,,,,\n", 1, "csv-columns", "file,shelfmark,title,collection,sequence")]
    [InlineData("", 1, "csv-columns", "file,shelfmark,title,collection,sequence")]
    [InlineData(Header + "1.tif,,,,\n9.tif,,,,\n", 3, "csv-file", "3", "9.tif")]
    [InlineData(Header + "1.tif,\"A\nB\",,,\n\n../x,,,,\n", 5, "csv-file", "5", "../x")]
    [InlineData(Header + "1.tif,,,,0\n", 2, "csv-sequence", "2", "0")]
    [InlineData(Header + "1.tif,,,,1e3\n", 2, "csv-sequence", "2", "1e3")]
    [InlineData(Header + "1.tif,,,,99999999999\n", 2, "csv-sequence", "2", "99999999999")]
    [InlineData(Header, 1, "csv-unlisted", "1.tif")]
    public void Read_TellsTheLine_InTheTable(string csv, int line, string code, params string[] facts)
    {
        Csv(csv);

        Assert.Null(Read("1.tif"));
        Assert.Equal(new RecipeFault("batch.csv", line, new Reason(code, facts)), _faults[0]);
    }

    [Theory]
    [InlineData("batch.yaml")]
    [InlineData("batch.csv")]
    public void Read_RefusesWhatIsHuge_WithoutReadingIt(string name)
    {
        using (var file = File.Create(_folder[name]))
        {
            file.SetLength(5L * 1024 * 1024 * 1024);
        }

        Assert.Null(Read("1.tif"));
        Assert.Equal(new RecipeFault(name, 1, new Reason("yaml-too-long", "4096")), Assert.Single(_faults));
    }

    [Theory]
    [InlineData("batch.yaml")]
    [InlineData("batch.csv")]
    public void Read_RefusesLinks_AndTellsNothingOfWhatTheyPointAt(string name)
    {
        _folder.Put("secret", "password: hunter2");
        File.CreateSymbolicLink(_folder[name], _folder["secret"]);

        Assert.Null(Read("1.tif"));
        Assert.Equal(new RecipeFault(name, 1, new Reason("file-link", name)), Assert.Single(_faults));
    }

    [Fact]
    public void Read_SurvivesBytesThatAreNoText()
    {
        _folder.Put("batch.yaml", [0, 255, 254, 13, 0, 7, 128]);
        _folder.Put("batch.csv", [.. "file,shelfmark"u8, 0, 255, 34, 34, 34]);

        Assert.Null(Read("1.tif"));
        Assert.Equal(["batch.yaml", "batch.csv"], _faults.Select(fault => fault.File).Distinct());
    }

    private void Yaml(string text) => _folder.Put("batch.yaml", text);

    private void Csv(string text) => _folder.Put("batch.csv", text);

    private BatchDescription? Read(params string[] files) =>
        BatchDescriptionReader.Read(_folder.Root, files.ToHashSet(), files, _faults);
}
