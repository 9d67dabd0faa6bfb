namespace Digitize.Core.Text;

/// <summary>
/// Everything that was read on a page, in reading order: regions, lines, words, glyphs. Immutable.
/// A character is a <see cref="System.Text.Rune"/> or a grapheme, never a <c>char</c>: most Nôm lies beyond the BMP.
/// </summary>
/// <param name="Width">Access image, pixels.</param>
/// <param name="Height">Access image, pixels.</param>
/// <param name="Regions">In reading order.</param>
/// <param name="Processing">Who read it and how; written into ALTO's Description.</param>
public sealed record TextPage(int Width, int Height, IReadOnlyList<TextRegion> Regions, TextProcessing? Processing)
{
    public static TextPage Empty(int width, int height, TextProcessing? processing = null) =>
        new(width, height, [], processing);

    public IEnumerable<TextLine> Lines => Regions.SelectMany(region => region.Lines);

    /// <summary>As printed: one line of text a line, regions apart by an empty line.</summary>
    public string PlainText =>
        string.Join("\n\n", Regions.Select(region => string.Join('\n', region.Lines.Select(line => line.Text))));

    /// <summary>As read aloud: a word that a line's end broke stands whole, where it begins.</summary>
    public string JoinedText => string.Join("\n\n", Regions.Select(Joined).Where(text => text.Length > 0));

    /// <summary>
    /// What search looks through, folded. A word kept with its hyphen is also there in one piece, at the end.
    /// </summary>
    public string FoldedText
    {
        get
        {
            var inOnePiece = Lines.SelectMany(line => line.Words).Select(word => word.Part)
                .Where(part => part is { Half: WordHalf.First } && part.Joined.EnumerateRunes().Any(Hyphens.Is))
                .Select(part => string.Concat(part!.Joined.EnumerateRunes().Where(rune => !Hyphens.Is(rune))));
            return SearchFolding.Fold(string.Join('\n', inOnePiece.Prepend(JoinedText)));
        }
    }

    /// <summary>Mean confidence over words, 0 to 1; null when nothing was read.</summary>
    public double? Confidence =>
        Lines.SelectMany(line => line.Words).Select(word => (double?)word.Confidence).Average();

    private static string Joined(TextRegion region) =>
        string.Join('\n', region.Lines.Select(line => line.JoinedText).Where(text => text.Length > 0));
}

/// <summary>The software, its version and its settings.</summary>
public sealed record TextProcessing(string Software, string Version, string Settings);
