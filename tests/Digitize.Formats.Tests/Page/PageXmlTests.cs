using System.Xml.Linq;
using Digitize.Core.Text;
using Digitize.Formats.Page;
using Digitize.Formats.Tests.Alto;
using Digitize.Formats.Tests.Samples;
using FsCheck.Xunit;

namespace Digitize.Formats.Tests.Page;

public sealed class PageXmlTests
{
    private static readonly XNamespace Ns = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15";

    [Property(MaxTest = 100, Arbitrary = [typeof(AltoRoundTripTests)])]
    public async Task Read_GivesBackWhatWasWritten(TextPage page)
    {
        var written = await Written.ByAsync(stream => PageXmlWriter.WriteAsync(
            page, new PageXmlDescription("p", "p.tif", SampleDocuments.At), stream, CancellationToken.None));

        AltoRoundTripTests.AssertSame(WithoutWhatPageLacks(page), PageXmlReader.Read(written.Xml));
    }

    [Fact]
    public async Task Write_SaysHowColumnsRun_AndWhatElseAGlyphCouldBe()
    {
        var page = (await Written.ByAsync(new PageXmlExporter(), SampleDocuments.Full, SamplePages.HanNom)).Xml;

        var region = page.Descendants(Ns + "TextRegion").First();
        var glyph = page.Descendants(Ns + "Glyph").First();
        Assert.Equal(("top-to-bottom", "right-to-left"), (region.Attribute("readingDirection")!.Value, region.Attribute("textLineOrder")!.Value));
        Assert.Equal("Vietnamese", region.Attribute("primaryLanguage")!.Value);
        Assert.Equal("Hani - Han (Hanzi, Kanji, Hanja)", region.Element(Ns + "TextLine")!.Attribute("primaryScript")!.Value);
        Assert.Equal(["𤾓", "𤾓", "𡗶", "⿰亻些"], glyph.Elements(Ns + "TextEquiv").Select(text => text.Value));
        Assert.Equal("access-11.tif", page.Element(Ns + "Page")!.Attribute("imageFilename")!.Value);
    }

    /// <summary>A baseline of one point is none, and who read the page stands there in other words.</summary>
    private static TextPage WithoutWhatPageLacks(TextPage page) => page with
    {
        Processing = null,
        Regions = [.. page.Regions.Select(region => region with
        {
            Lines = [.. region.Lines.Select(line => line.Baseline.Count > 1 ? line : line with { Baseline = [] })],
        })],
    };
}
