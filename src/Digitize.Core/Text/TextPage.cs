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

    /// <summary>One line of text a line, regions apart by an empty line.</summary>
    public string PlainText =>
        string.Join("\n\n", Regions.Select(region => string.Join('\n', region.Lines.Select(line => line.Text))));

    /// <summary>Mean confidence over words, 0 to 1; null when nothing was read.</summary>
    public double? Confidence =>
        Lines.SelectMany(line => line.Words).Select(word => (double?)word.Confidence).Average();
}

/// <summary>The software, its version and its settings.</summary>
public sealed record TextProcessing(string Software, string Version, string Settings);
