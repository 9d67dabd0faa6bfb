using System.Text;
using Digitize.Core.Text;

namespace Digitize.Formats.Tests.Samples;

/// <summary>Pages of the kinds that the line meets.</summary>
internal static class SamplePages
{
    public static readonly TextProcessing Tesseract = new("tesseract", "5.3.0", "lang=vie; psm=3; threads=1");

    public static TextPage Empty { get; } = TextPage.Empty(1200, 1600);

    /// <summary>Quốc ngữ with markup characters, control characters, both normal forms, a line that nobody could read.</summary>
    public static TextPage Vietnamese { get; } = new(
        1200,
        1600,
        [
            new TextRegion("1 đầu đề", RegionKind.Heading, new Box(100, 80, 900, 60), WritingMode.HorizontalTb,
            [
                Line("line:1", new Box(100, 80, 900, 60), "vi-Latn", WritingMode.HorizontalTb, "Việt", "<Nam>", "&", "\"sử\"", "lược'"),
            ]),
            new TextRegion("", RegionKind.Body, new Box(100, 200, 900, 400), WritingMode.HorizontalTb,
            [
                Line("line:1", new Box(100, 200, 900, 60), "vi-Latn", WritingMode.HorizontalTb,
                    "Tiếng Việt".Normalize(NormalizationForm.FormD), "\u0001\u0002\u001F", "a\ud800b", "\uffff", "hai\u00A0chữ"),
                Line("", new Box(100, 300, 900, 60), "not a language", WritingMode.HorizontalTb),
                Line("l3", new Box(1000, 1500, 900, 600), "vi-Latn", WritingMode.HorizontalTb, "tràn"),
            ]),
        ],
        Tesseract);

    /// <summary>Every kind of region, a word broken at its line's end, suggestions, a table of two rows.</summary>
    public static TextPage Print { get; } = new(
        1200,
        1600,
        [
            .. Enum.GetValues<RegionKind>().Where(kind => kind != RegionKind.Table).Select((kind, index) => new TextRegion(
                $"r{index}", kind, new Box(100, 100 * index, 900, 90), WritingMode.HorizontalTb,
                [Line($"r{index}l", new Box(100, 100 * index, 900, 40), "vi-Latn", WritingMode.HorizontalTb, "chữ", "số")])),
            new TextRegion("t", RegionKind.Table, new Box(100, 1100, 900, 90), WritingMode.HorizontalTb,
            [
                Line("t1", new Box(100, 1100, 300, 40), "vi-Latn", WritingMode.HorizontalTb, "Năm"),
                Line("t2", new Box(600, 1100, 300, 40), "vi-Latn", WritingMode.HorizontalTb, "1911"),
                Line("t3", new Box(100, 1150, 300, 40), "vi-Latn", WritingMode.HorizontalTb, "Giá"),
                Line("t4", new Box(600, 1150, 300, 40), "vi-Latn", WritingMode.HorizontalTb, "3", "$"),
            ]),
            new TextRegion("b", RegionKind.Body, new Box(100, 1300, 900, 90), WritingMode.HorizontalTb,
            [
                Halved("b1", 1300, "Le", "com-", "commerce"),
                Halved("b2", 1350, "merce", "Indo-", "Indo-Chine", "commerce"),
                Halved("b3", 1400, "Chine", "fin", null, "Indo-Chine"),
            ]),
        ],
        Tesseract);

    /// <summary>Two columns from the right, characters beyond the BMP and of private use, candidates, a variation sequence.</summary>
    public static TextPage HanNom { get; } = new(
        800,
        1200,
        [
            new TextRegion("r1", RegionKind.Body, new Box(300, 100, 400, 900), WritingMode.VerticalRl,
            [
                Column("c1", 600, "𤾓", "𢆥", "𥪞", "𡎝", "𠊛", "些"),
                Column("c2", 450, "\uE000", "葛󠄀", "\uF900", "𡨸"),
            ]),
            new TextRegion("r2", RegionKind.Commentary, new Box(300, 100, 100, 300), WritingMode.VerticalRl,
            [
                Column("c3", 300, "註"),
            ]),
        ],
        new TextProcessing("han-nom", "0.1", "candidates=5"));

    public static TextLine Line(string id, Box box, string language, WritingMode mode, params string[] words)
    {
        var width = words.Length == 0 ? 0 : box.Width / words.Length;
        return new TextLine(
            id,
            box,
            [new Point(box.X, box.Bottom - 10), new Point(box.Right, box.Bottom - 8)],
            language,
            mode,
            [.. words.Select((word, index) =>
                new Word(word, new Box(box.X + (index * width), box.Y, width - 10, box.Height), 0.9 - (index * 0.0625), []))]);
    }

    /// <summary>Two words; the first may end a broken word, the second begin one.</summary>
    private static TextLine Halved(string id, int y, string first, string second, string? begun, string? ended = null)
    {
        var line = Line(id, new Box(100, y, 900, 40), "fr", WritingMode.HorizontalTb, first, second);
        return line with
        {
            Words =
            [
                line.Words[0] with
                {
                    Part = ended is null ? null : new WordPart(WordHalf.Second, ended),
                    Suggestions = [new Suggestion(first + "s", 0.25, SuggestionSource.Recogniser), new Suggestion("é", 0, SuggestionSource.Marks)],
                },
                line.Words[1] with { Part = begun is null ? null : new WordPart(WordHalf.First, begun) },
            ],
        };
    }

    private static TextLine Column(string id, int x, params string[] characters)
    {
        var glyphs = characters.Select((character, index) => new Glyph(
            character,
            new Box(x, 100 + (index * 100), 90, 90),
            0.5,
            [new GlyphCandidate(character, 0.5), new GlyphCandidate("𡗶", 0.25), new GlyphCandidate("⿰亻些", 0.125)]));
        var box = new Box(x, 100, 90, characters.Length * 100);
        return new TextLine(
            id,
            box,
            [new Point(x + 45, 100), new Point(x + 45, box.Bottom)],
            "vi-Hani",
            WritingMode.VerticalRl,
            [new Word(string.Concat(characters), box, 0.5, [.. glyphs])]);
    }
}
