namespace Digitize.Core.Text;

/// <summary>A word of Latin script, or a run of Hán-Nôm characters, without white space.</summary>
/// <param name="Confidence">0 to 1.</param>
public sealed record Word(string Text, Box Box, double Confidence, IReadOnlyList<Glyph> Glyphs)
{
    /// <summary>Set when a line's end breaks a word in two: which part of which word this is. Text stays as printed.</summary>
    public WordPart? Part { get; init; }

    /// <summary>What a person may want to read instead, best first. Never applied by itself.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];
}

/// <summary>One written character with what else it could be, best first.</summary>
/// <param name="Text">One grapheme; may be two UTF-16 units.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record Glyph(string Text, Box Box, double Confidence, IReadOnlyList<GlyphCandidate> Candidates);

/// <param name="Confidence">0 to 1.</param>
public sealed record GlyphCandidate(string Text, double Confidence);
