namespace Digitize.Core.Text;

/// <summary>Dòng: one line, or one column of vertical text.</summary>
/// <param name="Baseline">Two or more points along which the letters stand, or the column's axis.</param>
/// <param name="Language">BCP 47.</param>
public sealed record TextLine(
    string Id, Box Box, IReadOnlyList<Point> Baseline, string Language, WritingMode Mode, IReadOnlyList<Word> Words)
{
    /// <summary>Words with a space between; vertical Hán-Nôm has none.</summary>
    public string Text => string.Join(Mode == WritingMode.VerticalRl ? "" : " ", Words.Select(word => word.Text));

    /// <summary>Its text with broken words whole: the first half stands for the word, the second for nothing.</summary>
    public string JoinedText => string.Join(
        Mode == WritingMode.VerticalRl ? "" : " ",
        Words.Where(word => word.Part?.Half != WordHalf.Second).Select(word => word.Part?.Joined ?? word.Text));

    /// <summary>Mean over its words, 0 to 1.</summary>
    public double Confidence => Words.Count == 0 ? 0 : Words.Average(word => word.Confidence);
}

/// <summary>Pixels of the access image.</summary>
public readonly record struct Point(int X, int Y);
