using System.Globalization;
using Digitize.Ocr.Text;

namespace Digitize.Ocr.Evaluation;

/// <summary>
/// Character errors of a reading against its truth. Sums of these over lines and pages are micro-averages: edits
/// over characters of everything, not a mean of ratios.
/// </summary>
/// <param name="Edits">Insertions, deletions and substitutions (Levenshtein 1966), in text elements.</param>
/// <param name="Characters">Text elements of the truth.</param>
public readonly record struct CharacterErrors(int Edits, int Characters)
{
    /// <summary>Edits over characters, may exceed 1; null when there is no truth.</summary>
    public double? Rate => Characters == 0 ? null : (double)Edits / Characters;

    public static CharacterErrors operator +(CharacterErrors left, CharacterErrors right) =>
        new(left.Edits + right.Edits, left.Characters + right.Characters);

    /// <summary>
    /// Compares text elements after NFC of Latin. A run of white space counts as one space, at the ends as none.
    /// </summary>
    /// <param name="ignoreWhiteSpace">For Hán-Nôm, where white space is layout.</param>
    public static CharacterErrors Between(string truth, string reading, bool ignoreWhiteSpace = false)
    {
        var expected = Elements(truth, ignoreWhiteSpace);
        return new CharacterErrors(Distance(expected, Elements(reading, ignoreWhiteSpace)), expected.Count);
    }

    private static List<string> Elements(string text, bool ignoreWhiteSpace)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var joined = LatinText.Compose(string.Join(ignoreWhiteSpace ? "" : " ", words));
        var elements = new List<string>();
        var walk = StringInfo.GetTextElementEnumerator(joined);
        while (walk.MoveNext())
        {
            elements.Add(walk.GetTextElement());
        }

        return elements;
    }

    private static int Distance(List<string> truth, List<string> reading)
    {
        var above = Enumerable.Range(0, reading.Count + 1).ToArray();
        var row = new int[reading.Count + 1];
        for (var i = 0; i < truth.Count; i++)
        {
            row[0] = i + 1;
            for (var j = 0; j < reading.Count; j++)
            {
                var substitution = above[j] + (string.Equals(truth[i], reading[j], StringComparison.Ordinal) ? 0 : 1);
                row[j + 1] = Math.Min(substitution, Math.Min(above[j + 1], row[j]) + 1);
            }

            (above, row) = (row, above);
        }

        return above[reading.Count];
    }
}
