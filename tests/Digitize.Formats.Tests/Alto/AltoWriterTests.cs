using System.Xml;
using System.Xml.Linq;
using Digitize.Core.Text;
using Digitize.Formats.Alto;
using Digitize.Formats.Records;
using Digitize.Formats.Tests.Samples;

namespace Digitize.Formats.Tests.Alto;

public sealed class AltoWriterTests
{
    private static readonly XNamespace Ns = "http://www.loc.gov/standards/alto/ns-v4#";

    [Fact]
    public async Task Write_GivesExactlyThis_ForOneColumnWithACandidate()
    {
        var glyph = new Glyph("𡨸", new Box(10, 20, 30, 40), 0.8125, [new GlyphCandidate("字", 0.12345)]);
        var column = new TextLine("c", new Box(10, 20, 30, 40), [new(25, 20), new(25, 60)], "vi-Hani",
            WritingMode.VerticalRl, [new Word("𡨸", new Box(10, 20, 30, 40), 2, [glyph])]);
        var page = new TextPage(100, 200,
            [new TextRegion("r", RegionKind.Body, new Box(10, 20, 30, 40), WritingMode.VerticalRl, [column])], null);

        var written = await Written.AltoAsync(page);

        Assert.Equal("""
            <?xml version="1.0" encoding="utf-8"?>
            <alto SCHEMAVERSION="4.4" xmlns="http://www.loc.gov/standards/alto/ns-v4#">
              <Description>
                <MeasurementUnit>pixel</MeasurementUnit>
                <sourceImageInformation />
              </Description>
              <Layout>
                <Page ID="p1" PHYSICAL_IMG_NR="1" WIDTH="100" HEIGHT="200">
                  <PrintSpace HPOS="10" VPOS="20" WIDTH="30" HEIGHT="40">
                    <TextBlock ID="r" HPOS="10" VPOS="20" WIDTH="30" HEIGHT="40" LANG="vi-Hani" BASEDIRECTION="ttb">
                      <TextLine ID="c" HPOS="10" VPOS="20" WIDTH="30" HEIGHT="40" BASELINE="25,20 25,60" LANG="vi-Hani">
                        <Shape>
                          <Polygon POINTS="10,20 40,20 40,60 10,60" />
                        </Shape>
                        <String ID="c_w1" HPOS="10" VPOS="20" WIDTH="30" HEIGHT="40" CONTENT="𡨸" WC="1">
                          <Glyph HPOS="10" VPOS="20" WIDTH="30" HEIGHT="40" CONTENT="𡨸" GC="0.8125">
                            <Variant CONTENT="字" VC="0.1235" />
                          </Glyph>
                        </String>
                      </TextLine>
                    </TextBlock>
                  </PrintSpace>
                </Page>
              </Layout>
            </alto>
            """, written.Text);
    }

    [Fact]
    public async Task Write_KeepsIdsUniqueNames_WhenTheyCollideOrCannotBeNames()
    {
        var written = await Written.AltoAsync(SamplePages.Vietnamese);

        var ids = written.Xml.Descendants().Select(element => element.Attribute("ID")?.Value).OfType<string>().ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(id, XmlConvert.VerifyNCName(id)));
    }

    [Fact]
    public async Task Write_ReplacesWhatXmlForbids_AndSplitsWordsAtWhiteSpace()
    {
        var written = await Written.AltoAsync(SamplePages.Vietnamese);

        var line = written.Xml.Descendants(Ns + "TextLine").ElementAt(1);
        Assert.Equal(
            ["Tie\u0302\u0301ng", "Vie\u0323\u0302t", "\uFFFD\uFFFD\uFFFD", "a\uFFFDb", "\uFFFD", "hai", "chữ"],
            line.Elements(Ns + "String").Select(text => text.Attribute("CONTENT")!.Value));
        Assert.Equal(6, line.Elements(Ns + "SP").Count());
    }

    [Fact]
    public async Task Write_PutsNoSpaces_BetweenWordsOfAColumn()
    {
        var page = SamplePages.HanNom;

        var written = await Written.AltoAsync(page);

        Assert.Empty(written.Xml.Descendants(Ns + "SP"));
        Assert.Equal(
            page.Lines.Select(line => line.Text),
            written.Xml.Descendants(Ns + "TextLine")
                .Select(line => string.Concat(line.Elements(Ns + "String").Select(text => text.Attribute("CONTENT")!.Value))));
    }

    [Fact]
    public async Task Write_CutsGlyphsToOneCodePoint_AndKeepsTheWord()
    {
        var written = await Written.AltoAsync(SamplePages.HanNom);

        var word = written.Xml.Descendants(Ns + "String").ElementAt(1);
        Assert.Equal("\uE000葛󠄀\uF900𡨸", word.Attribute("CONTENT")!.Value);
        Assert.Equal(
            ["\uE000", "葛", "\uF900", "𡨸"],
            word.Elements(Ns + "Glyph").Select(glyph => glyph.Attribute("CONTENT")!.Value));
    }

    [Fact]
    public async Task Write_NamesEachStepWithItsSoftware_InTheOrderOfTheWork()
    {
        var written = await Written.ByAsync(new AltoExporter(), SampleDocuments.Full, SamplePages.HanNom);

        var steps = written.Xml.Descendants(Ns + "OCRProcessing").Elements().Select(step => (
            step.Name.LocalName,
            step.Element(Ns + "processingStepDescription")?.Value,
            step.Descendants(Ns + "softwareName").SingleOrDefault()?.Value ?? step.Element(Ns + "processingAgency")?.Value,
            step.Element(Ns + "processingStepSettings")?.Value));
        Assert.Equal(
            [
                ("preProcessingStep", "deskewing", "digitize", "angle=1.25\uFFFD"),
                ("preProcessingStep", "image derivation", "digitize", "tile=512; quality=85"),
                ("ocrProcessingStep", "optical character recognition", "han-nom", "candidates=5"),
                ("postProcessingStep", "correction", "nguyen.thi.hoa", null),
            ],
            steps);
    }

    [Fact]
    public async Task Write_KeepsBoxesInsideThePage()
    {
        var written = await Written.AltoAsync(SamplePages.Vietnamese);

        var last = written.Xml.Descendants(Ns + "TextLine").Last();
        Assert.Equal(("200", "100"), (last.Attribute("WIDTH")!.Value, last.Attribute("HEIGHT")!.Value));
        Assert.Equal("1000,1500 1200,1500 1200,1600 1000,1600", last.Descendants(Ns + "Polygon").Single().Attribute("POINTS")!.Value);
    }

    [Fact]
    public async Task Write_TellsBothHalvesOfABrokenWord_AndSetsTheHyphenApart()
    {
        var written = await Written.AltoAsync(SamplePages.Print);

        var halves = written.Xml.Descendants(Ns + "String").Where(text => text.Attribute("SUBS_TYPE") is not null).Select(text =>
            (text.Attribute("CONTENT")!.Value, text.Attribute("SUBS_TYPE")!.Value, text.Attribute("SUBS_CONTENT")!.Value,
                text.Parent!.Element(Ns + "HYP")?.Attribute("CONTENT")!.Value));
        Assert.Equal(
            [
                ("com", "HypPart1", "commerce", "-"), ("merce", "HypPart2", "commerce", "-"),
                ("Indo", "HypPart1", "Indo-Chine", "-"), ("Chine", "HypPart2", "Indo-Chine", null),
            ],
            halves);
    }

    [Fact]
    public async Task Write_StatesNoProcessing_WhenNoneSucceeded()
    {
        var agent = new PreservationAgent(AgentKind.Software, "digitize");
        var ingestion = new PreservationEvent(PreservationEventType.Ingestion, SampleDocuments.At, agent);
        var failed = new PreservationEvent(PreservationEventType.Ocr, SampleDocuments.At, agent, EventOutcome.Failure);

        var written = await Written.ByAsync(stream => AltoWriter.WriteAsync(
            SamplePages.Empty, new AltoDescription("p", 1, Events: [ingestion, failed]), stream, CancellationToken.None));

        Assert.Empty(written.Xml.Descendants(Ns + "OCRProcessing"));
    }
}
