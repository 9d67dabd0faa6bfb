using System.Text.Json;
using Digitize.Core.Text;
using Digitize.Formats.Alto;
using Digitize.Formats.Tests.Samples;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Digitize.Formats.Tests.Alto;

/// <summary>Write, read, compare: nothing that ALTO can hold is lost or changed.</summary>
public sealed class AltoRoundTripTests
{
    private const int Width = 2000;
    private const int Height = 3000;

    /// <summary>Latin, both normal forms, Hán, beyond the BMP, private use, compatibility, markup. No white space.</summary>
    private static readonly string[] Characters =
        ["a", "ệ", "đ", "&", "<", "\"", "'", "1", "字", "𡨸", "𪜀", "\uE123", "\uF900", "\U000F0001", "-", "_", "葛󠄀", "e\u0323\u0302"];

    [Property(MaxTest = 200, Arbitrary = [typeof(AltoRoundTripTests)])]
    public async Task Read_GivesBackWhatWasWritten(TextPage page)
    {
        var written = await Written.AltoAsync(page);
        var read = await AltoReader.ReadAsync(new MemoryStream(written.Bytes), CancellationToken.None);

        AssertSame(page, read);
    }

    public static Arbitrary<TextPage> AnyPage() => Arb.From(Pages());

    public static void AssertSame(TextPage expected, TextPage actual) =>
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));

    private static Gen<TextPage> Pages() =>
        from count in Gen.Choose(0, 3)
        from regions in Gen.CollectToArray([.. Enumerable.Range(1, count)], Regions)
        from isRead in Gen.Elements(true, false)
        select new TextPage(Width, Height, regions, isRead ? SamplePages.Tesseract : null);

    private static Gen<TextRegion> Regions(int number) =>
        from kind in Gen.Elements(Enum.GetValues<RegionKind>())
        from box in Boxes()
        from mode in Modes()
        from count in Gen.Choose(0, 3)
        from lines in Gen.CollectToArray([.. Enumerable.Range(1, count)], line => Lines($"{number} dòng/{line}"))
        select new TextRegion($"{number}", kind, box, mode, lines);

    private static Gen<TextLine> Lines(string id) =>
        from box in Boxes()
        from baseline in Points().ListOf()
        from language in Gen.Elements("vi-Latn", "vi-Hani", "lzh", "fr", "und")
        from mode in Modes()
        from words in Words().ListOf()
        from isBroken in Gen.Elements(true, false)
        from goesOn in Gen.Elements(true, false)
        select new TextLine(id, box, [.. baseline], language, mode, Broken([.. words], isBroken, goesOn));

    /// <summary>A line may begin with one half of a word and end with the other; a hyphen has no confidence of its own.</summary>
    private static IReadOnlyList<Word> Broken(Word[] words, bool isBroken, bool goesOn)
    {
        if (goesOn && words.Length > 0)
        {
            words[0] = words[0] with { Part = new WordPart(WordHalf.Second, "trước" + words[0].Text) };
        }

        if (isBroken && words.Length > 1)
        {
            var last = words[^1];
            words[^1] = last with
            {
                Text = last.Text + "a-",
                Glyphs = last.Glyphs.Count == 0 ? [] :
                [
                    .. last.Glyphs, new Glyph("a", last.Box, 0.5, []), new Glyph("-", last.Box, last.Confidence, []),
                ],
                Part = new WordPart(WordHalf.First, last.Text + "asau"),
            };
        }

        return words;
    }

    private static Gen<Word> Words() =>
        from characters in Gen.Elements(Characters).NonEmptyListOf()
        from box in Boxes()
        from confidence in Confidences()
        from glyphs in Gen.CollectToArray([.. characters], Glyphs)
        from hasGlyphs in Gen.Elements(true, false)
        from suggestions in Suggestions().ListOf()
        select new Word(string.Concat(characters), box, confidence, hasGlyphs ? glyphs : []) { Suggestions = [.. suggestions] };

    private static Gen<Suggestion> Suggestions() =>
        from text in Gen.Elements(Characters)
        from confidence in Confidences()
        from source in Gen.Elements(Enum.GetValues<SuggestionSource>())
        select new Suggestion(text, confidence, source);

    private static Gen<Glyph> Glyphs(string character) =>
        from box in Boxes()
        from confidence in Confidences()
        from candidates in Candidates().ListOf()
        select new Glyph(character, box, confidence, [.. candidates]);

    private static Gen<GlyphCandidate> Candidates() =>
        from text in Gen.Elements(Characters)
        from confidence in Confidences()
        select new GlyphCandidate(text, confidence);

    private static Gen<Box> Boxes() =>
        from x in Gen.Choose(0, Width)
        from y in Gen.Choose(0, Height)
        from right in Gen.Choose(x, Width)
        from bottom in Gen.Choose(y, Height)
        select new Box(x, y, right - x, bottom - y);

    private static Gen<Point> Points() =>
        from x in Gen.Choose(0, Width)
        from y in Gen.Choose(0, Height)
        select new Point(x, y);

    private static Gen<double> Confidences() => Gen.Choose(0, 10_000).Select(tenThousandths => tenThousandths / 10_000.0);

    private static Gen<WritingMode> Modes() => Gen.Elements(WritingMode.HorizontalTb, WritingMode.VerticalRl);
}
