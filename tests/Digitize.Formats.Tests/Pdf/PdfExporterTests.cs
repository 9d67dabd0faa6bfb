using Digitize.Core.Text;
using Digitize.Formats.Pdf;
using Digitize.Formats.Tests.Samples;
using UglyToad.PdfPig;

namespace Digitize.Formats.Tests.Pdf;

/// <summary>What was written is read back by poppler and PdfPig and compared with the text pages.</summary>
public sealed class PdfExporterTests
{
    /// <summary>The sample image is 150 by 200 pixels at 50 ppi: 216 by 288 points.</summary>
    private const double PageWidth = 216;

    private const int UsualGap = 18;

    private static readonly string[] Nôm = ["𤾓", "𢆥", "𥪞", "𡎝", "𠊛", "些", "𡨸", "才", "命", "窖", "羅", "恄", "饒"];

    [Fact]
    public async Task Words_LieOnTheirBoxes_WhenTheTextIsHorizontal()
    {
        var text = Quocngu("Trăm năm trong cõi người ta,", "Chữ tài chữ mệnh khéo là ghét nhau.");
        using var pdf = await WrittenPdf.OfAsync(SampleDocuments.Full, text);

        var words = await pdf.WordsAsync(1);

        var scale = PageWidth / text.Width;
        var expected = text.Lines.SelectMany(line => line.Words.Select(word => (word.Text, word.Box, Line: line.Box))).ToList();
        Assert.Equal(expected.Select(word => word.Text), words.Select(word => word.Text));
        foreach (var (word, found) in expected.Zip(words))
        {
            Assert.Equal(word.Box.X * scale, found.Left, 0.05);
            Assert.Equal(word.Box.Right * scale, found.Right, 0.05);
            Assert.Equal(word.Line.Y * scale, found.Top, 0.05);
            Assert.Equal(word.Line.Bottom * scale, found.Bottom, 0.05);
        }

        Assert.Equal(text.PlainText, await pdf.TextAsync(1));
    }

    [Fact]
    public async Task Text_IsTheSameForEveryReader_WhenThePageHasMarkupAndMarks()
    {
        var text = SamplePages.Vietnamese;
        using var pdf = await WrittenPdf.OfAsync(SampleDocuments.Full, null, text);
        using var read = PdfDocument.Open(pdf.Bytes);

        var letters = string.Concat(read.GetPage(2).Letters.Select(letter => letter.Value));

        var expected = string.Concat(text.Lines.Select(line => line.Text))
            .Replace("\u0001\u0002\u001F", "\uFFFD\uFFFD\uFFFD").Replace("\uffff", "\uFFFD").Replace("a\ud800b", "a\uFFFDb");
        Assert.Equal(expected, letters);
        Assert.StartsWith("Việt <Nam> & \"sử\" lược'", await pdf.TextAsync(2, "-raw"));
    }

    [Fact]
    public async Task Columns_AreReadDownwardsFromTheRight_BeyondTheBmp()
    {
        var text = SamplePages.HanNom;
        using var pdf = await WrittenPdf.OfAsync(SampleDocuments.Full, text);
        using var read = PdfDocument.Open(pdf.Bytes);

        var letters = read.GetPage(1).Letters;

        var glyphs = text.Lines.SelectMany(line => line.Words).SelectMany(word => word.Glyphs).ToList();
        Assert.Equal(glyphs.Select(glyph => glyph.Text), letters.Select(letter => letter.Value));
        foreach (var (glyph, letter) in glyphs.Zip(letters))
        {
            Assert.Equal(glyph.Box.X * PageWidth / text.Width, letter.StartBaseLine.X, 0.1);
            Assert.Equal(glyph.Box.Width * PageWidth / text.Width, letter.Width, 0.1);
            var cell = glyph.Text == "註" ? 90 : 100; // its own height, or from one to the next
            Assert.Equal((glyph.Box.Y + cell) * 288.0 / text.Height, 288 - letter.StartBaseLine.Y, 0.1);
        }

        Assert.Equal("𤾓𢆥𥪞𡎝𠊛些\n\uE000葛󠄀\uF900𡨸\n註", (await pdf.TextAsync(1)).Trim());
    }

    [Theory]
    [InlineData(1, 18)]
    [InlineData(2, 18)]
    [InlineData(3, 18)]
    [InlineData(4, 30)]
    [InlineData(5, 30)]
    [InlineData(6, 30)]
    public async Task Columns_KeepTheirText_WhenGlyphsAreUneven(int seed, int widestGap)
    {
        var text = Uneven(new Random(seed), columns: 7, rows: 12, widestGap);
        using var pdf = await WrittenPdf.OfAsync(SampleDocuments.Full, text);

        var read = await pdf.TextAsync(1);
        var words = await pdf.WordsAsync(1);

        // Where somebody left room for half a glyph and more, poppler says so; nothing else may be between.
        var shown = widestGap > UsualGap ? read.Replace(" ", "") : read;
        Assert.Equal(text.Lines.Select(line => line.Text), shown.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        foreach (var line in text.Lines)
        {
            var found = words.Where(word => Math.Abs(word.Left - (line.Box.X * 0.18)) < 1).ToList();
            Assert.Equal(line.Text, string.Concat(found.OrderBy(word => word.Top).Select(word => word.Text)));
            Assert.Equal(line.Box.Y * 0.18, found.Min(word => word.Top), 0.1);
            Assert.InRange(found.Max(word => word.Bottom), (line.Box.Bottom * 0.18) - 0.1, (line.Box.Bottom + 90) * 0.18);
        }
    }

    [Fact]
    public async Task Images_AreCopiedByteForByte_AndAPageWithoutOneKeepsItsPlace()
    {
        using var pdf = await WrittenPdf.OfAsync(SampleDocuments.Full, SamplePages.HanNom, SamplePages.Vietnamese);
        using var read = PdfDocument.Open(pdf.Bytes);

        Assert.Equal(3, read.NumberOfPages);
        Assert.Equal((216, 288), (read.GetPage(1).Width, read.GetPage(1).Height));
        Assert.True(pdf.Bytes.AsSpan().IndexOf(SampleImages.Grey.Jpeg.Span) > 0);
        Assert.True(pdf.Bytes.AsSpan().IndexOf(SampleImages.Colour.Jpeg.Span) > 0);
        Assert.Empty(read.GetPage(3).GetImages());
        Assert.Empty(read.GetPage(3).Letters);
    }

    [Fact]
    public async Task Outline_HasTheHeadings_OrThePagesWhereThereAreNone()
    {
        using var withHeadings = await WrittenPdf.OfAsync(SampleDocuments.Full, SamplePages.HanNom, SamplePages.Vietnamese);
        using var without = await WrittenPdf.OfAsync(SampleDocuments.Full, SamplePages.HanNom);

        Assert.Equal(["Việt <Nam> & \"sử\" lược' → 2"], Bookmarks(withHeadings));
        Assert.Equal(["1a → 1", "1b → 2", "[3] → 3"], Bookmarks(without));
    }

    [Fact]
    public async Task Languages_AreMarked_WhereALineHasAnother()
    {
        using var pdf = await WrittenPdf.OfAsync(SampleDocuments.Full, SamplePages.HanNom, SamplePages.Vietnamese);

        var plain = await pdf.RunAsync("qpdf", "--qdf", "--object-streams=disable", pdf.FilePath, "-");

        Assert.Contains("/Lang (vi-Hani)", plain);
        Assert.Contains("/Span << /Lang (vi-Latn) >> BDC", plain);
        Assert.DoesNotContain("/Span << /Lang (vi-Hani) >> BDC", plain);
        Assert.DoesNotContain("not a language", plain);
        Assert.Contains("/Direction /R2L", plain);
    }

    [Fact]
    public async Task Pages_AreWrittenBeforeTheNextIsAskedFor()
    {
        var document = SampleDocuments.Full with
        {
            Pages = [.. Enumerable.Range(1, 40).Select(n => SampleDocuments.Full.Pages[0] with { Id = SampleDocuments.Id(n), Sequence = n })],
        };
        var content = WrittenPdf.Content(document);
        using var stream = new MemoryStream();
        var lengths = new List<long>();
        var counted = content with
        {
            ReadImageAsync = (page, ct) =>
            {
                lengths.Add(stream.Length);
                return content.ReadImageAsync(page, ct);
            },
        };

        await new PdfExporter().WriteAsync(document, counted, stream, CancellationToken.None);

        Assert.Equal(40, lengths.Count);
        Assert.All(lengths.Zip(lengths.Skip(1)), pair => Assert.True(pair.Second - pair.First > SampleImages.Grey.Jpeg.Length));
    }

    [Fact]
    public async Task Glyphs_AreNeverMoreThanTwoBytesCanTell()
    {
        var glyphs = new PdfGlyphs();
        foreach (var rune in Enumerable.Range(0x20000, 66_000).Select(value => char.ConvertFromUtf32(value)))
        {
            Assert.InRange(Assert.Single(glyphs.Of(rune)).Number, 2, 65_534);
        }

        Assert.Equal("\uFFFD", glyphs.Texts[^1]);
        Assert.Equal(glyphs.Texts.Count, Assert.Single(glyphs.Of("字")).Number);
        Assert.Equal(40, new PdfGlyphs().Of("a" + new string('\u0301', 39)).Count);
        await Task.CompletedTask;
    }

    private static string[] Bookmarks(WrittenPdf pdf)
    {
        using var read = PdfDocument.Open(pdf.Bytes);
        Assert.True(read.TryGetBookmarks(out var bookmarks));
        return [.. bookmarks.Roots.OfType<UglyToad.PdfPig.Outline.DocumentBookmarkNode>()
            .Select(node => $"{node.Title} → {node.PageNumber}")];
    }

    private static TextPage Quocngu(params string[] lines) => new(
        1200,
        1600,
        [
            new TextRegion("r", RegionKind.Body, new Box(60, 100, 1080, 400), WritingMode.HorizontalTb,
            [
                .. lines.Select((line, row) =>
                {
                    var box = new Box(60, 100 + (row * 90), 1080, 60);
                    var x = 60;
                    var words = line.Split(' ').Select(word =>
                    {
                        var width = word.Length * 22;
                        x += width + 16;
                        return new Word(word, new Box(x - width - 16, box.Y + 6, width, 40), 0.9, []);
                    });
                    return new TextLine($"l{row}", box, [], "vi-Latn", WritingMode.HorizontalTb, [.. words]);
                }),
            ]),
        ],
        null);

    /// <summary>Columns as an engine finds them: no two glyphs of one size or distance, some touching.</summary>
    private static TextPage Uneven(Random random, int columns, int rows, int widestGap) => new(
        1200,
        1600,
        [
            new TextRegion("r", RegionKind.Body, new Box(0, 0, 1200, 1600), WritingMode.VerticalRl,
            [
                .. Enumerable.Range(0, columns).Select(column =>
                {
                    var x = 1050 - (column * 150);
                    var y = 60 + random.Next(40);
                    var glyphs = Enumerable.Range(0, rows).Select(_ =>
                    {
                        var box = new Box(x + random.Next(8), y, 70 + random.Next(20), 55 + random.Next(40));
                        y = box.Bottom + random.Next(-6, widestGap);
                        return new Glyph(Nôm[random.Next(Nôm.Length)], box, 0.8, []);
                    }).ToList();
                    var word = new Word(string.Concat(glyphs.Select(glyph => glyph.Text)), Box.Around(glyphs.Select(glyph => glyph.Box)), 0.8, glyphs);
                    return new TextLine($"c{column}", new Box(x, word.Box.Y, 100, word.Box.Height), [], "vi-Hani", WritingMode.VerticalRl, [word]);
                }),
            ]),
        ],
        null);
}
