namespace Digitize.Core.Text;

/// <summary>Half of a word that the end of a line broke (ALTO: <c>SUBS_TYPE</c> and <c>SUBS_CONTENT</c>).</summary>
/// <param name="Joined">
/// The whole word, the same on both halves: without the hyphen where the break alone made it, with it where the hyphen
/// belongs to the word (<c>Việt-Nam</c>) or nobody can tell. Punctuation about it is kept.
/// </param>
public sealed record WordPart(WordHalf Half, string Joined);

public enum WordHalf
{
    /// <summary>Ends with the hyphen, at the end of a line.</summary>
    First,

    /// <summary>Begins the line that is read next.</summary>
    Second,
}
