using System.Globalization;
using System.Xml.Linq;
using Digitize.Core.Text;
using Digitize.Formats.Records;
using Digitize.Formats.Tei;
using Digitize.Formats.Tests.Alto;
using Digitize.Formats.Tests.Pdf;
using Digitize.Formats.Tests.Samples;
using FsCheck.Xunit;

namespace Digitize.Formats.Tests.Tei;

/// <summary>No schema of TEI is at hand: what is written is read back, and the rules that its writers break are checked.</summary>
public sealed class TeiTests
{
    private static readonly XNamespace Ns = "http://www.tei-c.org/ns/1.0";
    private static readonly XName Id = XNamespace.Xml + "id";

    [Property(MaxTest = 100, Arbitrary = [typeof(AltoRoundTripTests)])]
    public async Task Read_GivesBackLinesPlacesAndOrder(TextPage page)
    {
        var root = await WriteAsync(SampleDocuments.Full, page, SamplePages.HanNom);

        var zones = root.Descendants(Ns + "zone").ToDictionary(zone => zone.Attribute(Id)!.Value);
        var lines = Lines(root).ToList();
        var expected = page.Lines.Concat(SamplePages.HanNom.Lines).ToList();
        Assert.Equal(expected.Select(line => line.Text), lines.Select(line => line.Text));
        Assert.Equal(expected.Select(line => line.Box), lines.Select(line => BoxOf(zones[line.Zone])));
        Assert.Equal(expected.Select(line => line.Language), lines.Select(line => line.Language));
        Assert.Equal(expected.Select(line => line.Mode), lines.Select(line => line.Mode));
        Assert.Equal(
            page.Regions.Concat(SamplePages.HanNom.Regions).Select(region => region.Kind.ToString()),
            zones.Values.Where(zone => zone.Attribute("type")!.Value != "line").Select(zone => zone.Attribute("type")!.Value));
    }

    [Fact]
    public async Task Write_PointsOnlyToWhatIsThere_AndOpensADivisionAtAHeading()
    {
        var root = await WriteAsync(SampleDocuments.Full, SamplePages.HanNom, SamplePages.Vietnamese);

        var ids = root.Descendants().Attributes(Id).Select(id => id.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(root.Descendants().Attributes("facs"), facs => Assert.Contains(facs.Value[1..], ids));
        Assert.Equal(["1a", "1b", null], root.Descendants(Ns + "pb").Select(page => page.Attribute("n")?.Value));
        Assert.Equal(2, root.Descendants(Ns + "div").Count());
        Assert.Equal("head", root.Descendants(Ns + "div").Last().Elements().First().Name.LocalName);
        Assert.Equal("note", root.Descendants(Ns + "div").First().Elements().ElementAt(2).Name.LocalName);
    }

    [Fact]
    public async Task Write_SaysWhichHyphensTheBreakMade_AndWhereAWordGoesOn()
    {
        var root = await WriteAsync(SampleDocuments.Full, SamplePages.Print);

        Assert.Equal(2, root.Descendants(Ns + "lb").Count(line => line.Attribute("break")?.Value == "no"));
        Assert.Equal(["-"], root.Descendants(Ns + "pc").Where(mark => mark.Attribute("force")!.Value == "weak").Select(mark => mark.Value));
    }

    [Fact]
    public async Task Write_MakesRowsAndCells_OfATable()
    {
        var root = await WriteAsync(SampleDocuments.Full, SamplePages.Print);

        var rows = root.Descendants(Ns + "table").Single().Elements(Ns + "row");
        Assert.Equal([["Năm", "1911"], ["Giá", "3 $"]], rows.Select(row => row.Elements(Ns + "cell").Select(cell => cell.Value.Trim())));
    }

    [Fact]
    public async Task Header_SaysWhatTheCatalogueSays_AndHasWhatTeiAsksFor()
    {
        foreach (var document in new[] { SampleDocuments.Full, SampleDocuments.Sparse, SampleDocuments.WithoutPages })
        {
            var root = await WriteAsync(document);

            var file = root.Element(Ns + "teiHeader")!.Element(Ns + "fileDesc")!;
            Assert.Equal(["titleStmt", "publicationStmt", "sourceDesc"], file.Elements().Select(part => part.Name.LocalName));
            Assert.Equal(document.Title.Replace('\u0003', '\uFFFD'), file.Element(Ns + "titleStmt")!.Element(Ns + "title")!.Value);
            Assert.Equal(document.Shelfmark, file.Descendants(Ns + "bibl").Single().Element(Ns + "idno")!.Value);
            Assert.Equal(document.Library, file.Descendants(Ns + "publisher").Single().Value);
            Assert.Single(root.Descendants(Ns + "body"));
            Assert.NotEmpty(root.Descendants(Ns + "div").Single().Elements(Ns + "p"));
        }
    }

    private static async Task<XElement> WriteAsync(DocumentRecord document, params TextPage?[] texts) =>
        XElement.Parse((await Written.ByAsync(stream => new TeiExporter().WriteAsync(
            document, WrittenPdf.Content(document, texts), stream, CancellationToken.None))).Text, LoadOptions.PreserveWhitespace);

    /// <summary>What stands between one line beginning and the next, and what holds there.</summary>
    private static IEnumerable<(string Text, string Zone, string Language, WritingMode Mode)> Lines(XElement root)
    {
        foreach (var beginning in root.Descendants(Ns + "lb"))
        {
            var parts = beginning.NodesAfterSelf().TakeWhile(node => node is not XElement { Name.LocalName: "lb" }).ToList();
            var text = string.Concat(parts.Select(part => part is XElement element ? element.Value : ((XText)part).Value)).Trim('\n');
            var innermost = parts.OfType<XElement>().FirstOrDefault() ?? beginning.Parent!;
            var language = innermost.AncestorsAndSelf().Attributes(XNamespace.Xml + "lang").First().Value;
            var rend = innermost.AncestorsAndSelf().Attributes("rend").FirstOrDefault()?.Value;
            yield return (
                text, beginning.Attribute("facs")!.Value[1..], language,
                rend == "vertical" ? WritingMode.VerticalRl : WritingMode.HorizontalTb);
        }
    }

    private static Box BoxOf(XElement zone)
    {
        var corners = new[] { "ulx", "uly", "lrx", "lry" }
            .Select(name => int.Parse(zone.Attribute(name)!.Value, CultureInfo.InvariantCulture)).ToList();
        return new Box(corners[0], corners[1], corners[2] - corners[0], corners[3] - corners[1]);
    }
}
