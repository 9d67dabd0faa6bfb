using System.Globalization;
using Digitize.Ocr.Text;

namespace Digitize.Ocr.Evaluation;

/// <summary>
/// Errors of a reading against its truth. Sums of these over lines and pages are micro-averages: edits over characters
/// of everything, not a mean of ratios.
/// </summary>
/// <param name="Edits">Insertions, deletions and substitutions (Levenshtein 1966), in text elements or words.</param>
/// <param name="Characters">Text elements, or words, of the truth.</param>
public readonly record struct CharacterErrors(int Edits, int Characters)
{
    /// <summary>Edits over characters, may exceed 1; null when there is no truth.</summary>
    public double? Rate => Characters == 0 ? null : (double)Edits / Characters;

    public static CharacterErrors operator +(CharacterErrors left, CharacterErrors right) =>
        new(left.Edits + right.Edits, left.Characters + right.Characters);

    /// <summary>
    /// Compares text elements after NFC of Latin. A run of white space, line ends among it, counts as one space, at the
    /// ends of the text as none.
    /// </summary>
    /// <param name="ignoreWhiteSpace">For Hán-Nôm, where white space is layout.</param>
    public static CharacterErrors Between(string truth, string reading, bool ignoreWhiteSpace = false)
    {
        var separator = ignoreWhiteSpace ? "" : " ";
        return Between(Elements(string.Join(separator, Words(truth))), Elements(string.Join(separator, Words(reading))));
    }

    /// <summary>The same of whole words, as white space parts them, with the marks that stand at them.</summary>
    public static CharacterErrors BetweenWords(string truth, string reading) => Between(Words(truth), Words(reading));

    /// <summary>Words after NFC of Latin.</summary>
    internal static string[] Words(string text) =>
        LatinText.Compose(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    internal static List<string> Elements(string text)
    {
        var elements = new List<string>();
        var walk = StringInfo.GetTextElementEnumerator(text);
        while (walk.MoveNext())
        {
            elements.Add(walk.GetTextElement());
        }

        return elements;
    }

    private static CharacterErrors Between(IReadOnlyList<string> truth, IReadOnlyList<string> reading) =>
        new(CharacterAlignment.Of(truth, reading).Edits, truth.Count);
}
