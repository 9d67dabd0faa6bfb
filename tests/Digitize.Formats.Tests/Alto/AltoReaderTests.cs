using System.Text;
using Digitize.Core.Text;
using Digitize.Formats.Alto;
using Digitize.Formats.Tests.Samples;

namespace Digitize.Formats.Tests.Alto;

public sealed class AltoReaderTests
{
    private const string Head = "<alto xmlns='http://www.loc.gov/standards/alto/ns-v4#'><Description><MeasurementUnit>pixel</MeasurementUnit></Description>";

    public static TheoryData<string> Hostile =>
    [
        "",
        "<alto",
        "<alto/>",
        "<html xmlns='http://www.loc.gov/standards/alto/ns-v4#'/>",
        "<!DOCTYPE alto [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + Head + "</alto>",
        "<alto xmlns='http://www.loc.gov/standards/alto/ns-v4#'/>",
        Head.Replace("pixel", "mm10") + "<Layout><Page/></Layout></alto>",
        Head + "</alto>",
        Head + "<Layout><Page WIDTH='NaN'/></Layout></alto>",
        Head + "<Layout><Page WIDTH='1e300'/></Layout></alto>",
        Head + "<Layout><Page WIDTH='12,5'/></Layout></alto>",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Read_Refuses_WhatIsNotAltoInPixels(string file)
    {
        var read = () => AltoReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), CancellationToken.None);

        await Assert.ThrowsAsync<InvalidDataException>(read);
    }

    [Fact]
    public async Task Read_Refuses_WhatIsTooLarge()
    {
        var file = Encoding.UTF8.GetBytes(Head + new string(' ', 33 * 1024 * 1024) + "<Layout><Page/></Layout></alto>");

        var read = () => AltoReader.ReadAsync(new MemoryStream(file), CancellationToken.None);

        await Assert.ThrowsAsync<InvalidDataException>(read);
    }

    [Fact]
    public async Task Read_TakesOthersAlto_WithFloatsHyphensAndNestedBlocks()
    {
        var file = """
            <alto xmlns="http://www.loc.gov/standards/alto/ns-v3#">
              <Description>
                <MeasurementUnit>pixel</MeasurementUnit>
                <OCRProcessing ID="o"><ocrProcessingStep><processingSoftware><softwareName>tesseract</softwareName></processingSoftware></ocrProcessingStep></OCRProcessing>
              </Description>
              <Layout><Page ID="p" PHYSICAL_IMG_NR="1" WIDTH="100.4" HEIGHT="200">
                <PrintSpace><ComposedBlock ID="c"><TextBlock ID="b" LANG="vi">
                  <TextLine ID="l" BASELINE="5"><String CONTENT="thư" WC="0.5" HPOS="1.6"/><SP/><String CONTENT="viện"/><HYP CONTENT="-"/></TextLine>
                </TextBlock></ComposedBlock></PrintSpace>
              </Page></Layout>
            </alto>
            """;

        var page = await AltoReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), CancellationToken.None);

        var line = Assert.Single(page.Lines);
        Assert.Equal((100, 200), (page.Width, page.Height));
        Assert.Equal(new TextProcessing("tesseract", "", ""), page.Processing);
        Assert.Equal(("thư viện-", "vi"), (line.Text, line.Language));
        Assert.Equal((2, 0.5), (line.Words[0].Box.X, line.Words[0].Confidence));
        Assert.Empty(line.Baseline);
    }

    [Fact]
    public async Task Read_GivesBackWhatWasWritten_ForHanNomWithVariationSequences()
    {
        var written = await Written.AltoAsync(SamplePages.HanNom);

        var read = await AltoReader.ReadAsync(new MemoryStream(written.Bytes), CancellationToken.None);

        AltoRoundTripTests.AssertSame(SamplePages.HanNom, read);
    }

    [Fact]
    public async Task Read_GivesBackWhatWasWritten_ForDecomposedGlyphs()
    {
        var text = "Việt".Normalize(NormalizationForm.FormD);
        Glyph[] glyphs = [.. new[] { "V", "i", "e\u0323\u0302", "t" }.Select(letter => new Glyph(letter, default, 0.5, []))];
        var line = SamplePages.Line("l", new Box(0, 0, 90, 10), "vi-Latn", WritingMode.HorizontalTb, text);
        line = line with { Words = [line.Words[0] with { Glyphs = glyphs }] };
        var page = new TextPage(100, 100,
            [new TextRegion("r", RegionKind.Body, new Box(0, 0, 90, 10), WritingMode.HorizontalTb, [line])], null);

        var read = await AltoReader.ReadAsync(new MemoryStream((await Written.AltoAsync(page)).Bytes), CancellationToken.None);

        AltoRoundTripTests.AssertSame(page, read);
    }
}
