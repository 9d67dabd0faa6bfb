using System.Globalization;
using System.Xml.Linq;
using Digitize.Core.Text;
using Digitize.Formats.Hocr;
using Digitize.Formats.Tests.Alto;
using Digitize.Formats.Tests.Samples;
using FsCheck.Xunit;

namespace Digitize.Formats.Tests.Hocr;

public sealed class HocrTests
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    [Property(MaxTest = 100, Arbitrary = [typeof(AltoRoundTripTests)])]
    public async Task Read_GivesBackEveryWordItsBoxAndItsConfidence(TextPage page)
    {
        var root = XElement.Parse((await WriteAsync(page)).Text, LoadOptions.PreserveWhitespace);

        var lines = Of(root, "ocr_line").ToList();
        Assert.Equal(page.Lines.Select(line => line.Text), lines.Select(line => line.Value));
        Assert.Equal(page.Lines.Select(line => line.Language), lines.Select(line => line.Attribute(XNamespace.Xml + "lang")!.Value));
        Assert.Equal(page.Lines.Select(line => line.Mode), lines.Select(Mode));
        var words = page.Lines.SelectMany(line => line.Words).ToList();
        foreach (var (word, read) in words.Zip(Of(root, "ocrx_word")))
        {
            Assert.Equal(word.Text, read.Value);
            Assert.Equal(word.Box, BoxOf(read));
            Assert.Equal(word.Confidence, Numbers(read, "x_wconf")[0] / 100, 6);
            Assert.Equal(word.Glyphs.Select(glyph => glyph.Confidence), Numbers(read, "x_confs").Select(sure => Math.Round(sure / 100, 6)));
            Assert.Equal(word.Glyphs.Select(glyph => glyph.Box), Numbers(read, "x_bboxes").Chunk(4).Select(Box));
        }

        Assert.Equal(words.Count, Of(root, "ocrx_word").Count());
    }

    [Property(MaxTest = 100, Arbitrary = [typeof(AltoRoundTripTests)])]
    public async Task Boxes_LieInsideThoseThatHoldThem(TextPage page)
    {
        var root = XElement.Parse((await WriteAsync(page)).Text, LoadOptions.PreserveWhitespace);

        foreach (var element in root.Descendants().Where(element => element.Attribute("title") is not null))
        {
            if (element.Ancestors().FirstOrDefault(outer => outer.Attribute("title") is not null) is { } outer)
            {
                var (inner, around) = (BoxOf(element), BoxOf(outer));
                Assert.True(inner.X >= around.X && inner.Y >= around.Y && inner.Right <= around.Right && inner.Bottom <= around.Bottom);
            }
        }
    }

    [Fact]
    public async Task Write_QuotesTheImage_AndGivesIdsOnce()
    {
        var description = new HocrDescription("<Kiều>", "vi", 3, "a \"b\\c; bbox 1 2 3 4.tif");
        var root = (await Written.ByAsync(stream => HocrWriter.WriteAsync(
            SamplePages.Vietnamese, description, stream, CancellationToken.None))).Xml;

        var ids = root.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.StartsWith("image \"a \\\"b\\\\c; bbox 1 2 3 4.tif\"; bbox 0 0 1200 1600; ppageno 2", Of(root, "ocr_page").Single().Attribute("title")!.Value);
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal("<Kiều>", root.Descendants(Html + "title").Single().Value);
        Assert.Contains("baseline 0.0022 -10", Of(root, "ocr_line").First().Attribute("title")!.Value);
    }

    private static Task<Written> WriteAsync(TextPage page) => Written.ByAsync(stream => HocrWriter.WriteAsync(
        page, new HocrDescription("t", null, 1, "p.tif"), stream, CancellationToken.None));

    private static IEnumerable<XElement> Of(XElement root, string kind) =>
        root.Descendants().Where(element => element.Attribute("class")?.Value == kind);

    private static WritingMode Mode(XElement line)
    {
        var style = line.AncestorsAndSelf().Attributes("style").First().Value;
        return style == "writing-mode: vertical-rl" ? WritingMode.VerticalRl : WritingMode.HorizontalTb;
    }

    private static Box BoxOf(XElement element) => Box(Numbers(element, "bbox"));

    private static Box Box(double[] corners) =>
        new((int)corners[0], (int)corners[1], (int)(corners[2] - corners[0]), (int)(corners[3] - corners[1]));

    private static double[] Numbers(XElement element, string property)
    {
        var found = element.Attribute("title")!.Value.Split("; ").SingleOrDefault(part => part.StartsWith($"{property} ", StringComparison.Ordinal));
        return [.. (found?.Split(' ')[1..] ?? []).Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
    }
}
