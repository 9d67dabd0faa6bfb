using System.Text;
using System.Text.Json;
using Digitize.Core.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Digitize.Core.Tests.Text;

public sealed class TextPageJsonTests
{
    private static readonly string[] Graphemes =
        ["a", "ệ", "đ", "e\u0323\u0302", "\"", "\\", "<", "&", "\n", "\u2028", "字", "𡨸", "𪜀", "\uF900", "\U000F0001", "葛󠄀"];

    [Property(MaxTest = 200, Arbitrary = [typeof(TextPageJsonTests)])]
    public async Task ReadAsync_GivesBackWhatWasWritten(TextPage page)
    {
        var written = await WriteAsync(page);

        var read = await TextPageJson.ReadAsync(new MemoryStream(written), default);

        // Records compare lists by reference, so they are compared by all they hold.
        Assert.Equal(JsonSerializer.Serialize(page), JsonSerializer.Serialize(read));
    }

    [Fact]
    public async Task WriteAsync_WritesCharactersAsThemselves()
    {
        var word = new Word("chữ\u3000𡨸", new Box(1, 2, 3, 4), 0.5, []);
        var line = new TextLine("l1", word.Box, [new(1, 2), new(3, 4)], "vi-Hani", WritingMode.VerticalRl, [word]);
        var page = new TextPage(10, 20, [new("r1", RegionKind.PageNumber, word.Box, WritingMode.VerticalRl, [line])], null);

        var json = Encoding.UTF8.GetString(await WriteAsync(page));

        Assert.Contains("chữ", json);
        Assert.Contains("\"kind\":\"page-number\"", json);
        Assert.Contains("\"mode\":\"vertical-rl\"", json);
        Assert.DoesNotContain("suggestions", json);
        Assert.DoesNotContain("part", json);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{\"width\":")]
    public async Task ReadAsync_Throws_WhenItIsNoTextPage(string json) =>
        await Assert.ThrowsAsync<JsonException>(
            () => TextPageJson.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)), default));

    public static Arbitrary<TextPage> AnyPage() => Arb.From(Pages());

    private static async Task<byte[]> WriteAsync(TextPage page)
    {
        using var stream = new MemoryStream();
        await TextPageJson.WriteAsync(page, stream, default);
        return stream.ToArray();
    }

    private static Gen<string> Texts() =>
        from parts in Gen.ArrayOf(Gen.Elements(Graphemes)) select string.Concat(parts);

    private static Gen<double> Confidences() => from thousandths in Gen.Choose(0, 1000) select thousandths / 1000.0;

    private static Gen<Box> Boxes() =>
        from x in Gen.Choose(-10, 5000) from y in Gen.Choose(-10, 5000)
        from width in Gen.Choose(0, 5000) from height in Gen.Choose(0, 5000)
        select new Box(x, y, width, height);

    private static Gen<IReadOnlyList<T>> Few<T>(Gen<T> gen) =>
        from count in Gen.Choose(0, 3) from items in Gen.ListOf(gen, count) select (IReadOnlyList<T>)[.. items];

    private static Gen<Glyph> Glyphs() =>
        from text in Gen.Elements(Graphemes) from box in Boxes() from confidence in Confidences()
        from candidates in Few(from text in Gen.Elements(Graphemes) from confidence in Confidences() select new GlyphCandidate(text, confidence))
        select new Glyph(text, box, confidence, candidates);

    private static Gen<Word> Words() =>
        from text in Texts() from box in Boxes() from confidence in Confidences() from glyphs in Few(Glyphs())
        from part in Gen.Elements(null, new WordPart(WordHalf.First, "Việt-Nam"), new WordPart(WordHalf.Second, "commerce"))
        from suggestions in Few(from text in Texts() from confidence in Confidences() select new Suggestion(text, confidence, SuggestionSource.Shapes))
        select new Word(text, box, confidence, glyphs) { Part = part, Suggestions = suggestions };

    private static Gen<TextLine> Lines() =>
        from id in Texts() from box in Boxes() from mode in Gen.Elements(Enum.GetValues<WritingMode>())
        from baseline in Few(from x in Gen.Choose(0, 99) from y in Gen.Choose(0, 99) select new Point(x, y))
        from words in Few(Words())
        select new TextLine(id, box, baseline, "vi-Hani", mode, words);

    private static Gen<TextRegion> Regions() =>
        from id in Texts() from kind in Gen.Elements(Enum.GetValues<RegionKind>()) from box in Boxes()
        from mode in Gen.Elements(Enum.GetValues<WritingMode>()) from lines in Few(Lines())
        select new TextRegion(id, kind, box, mode, lines);

    private static Gen<TextPage> Pages() =>
        from width in Gen.Choose(0, 9000) from height in Gen.Choose(0, 9000) from regions in Few(Regions())
        from processing in Gen.Elements(null, new TextProcessing("tesseract", "5.3", "vie"))
        select new TextPage(width, height, regions, processing);
}
