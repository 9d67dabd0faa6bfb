namespace Digitize.Ocr.Evaluation;

/// <summary>How well pages were read. Sums are micro-averages.</summary>
public sealed record PageScores(int Pages, CharacterErrors Characters, CharacterErrors Words, DiacriticErrors Diacritics)
{
    public static PageScores None { get; } = new(0, default, default, default);

    public static PageScores operator +(PageScores left, PageScores right) => new(
        left.Pages + right.Pages, left.Characters + right.Characters, left.Words + right.Words, left.Diacritics + right.Diacritics);

    /// <summary>
    /// Of one page. A line's end counts as a space on both sides; a hyphen printed at it is a character like any other,
    /// and the word behind it stays two, as it is printed.
    /// </summary>
    public static PageScores Of(string truth, string reading) => new(
        1, CharacterErrors.Between(truth, reading), CharacterErrors.BetweenWords(truth, reading), DiacriticErrors.Between(truth, reading));
}
