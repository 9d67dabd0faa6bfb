using System.Globalization;
using Digitize.Core.Text;

namespace Digitize.Ocr.Preparation;

/// <summary>What was read on a page prepared in one way.</summary>
/// <param name="Preparation">As it is told in the text's processing record.</param>
internal sealed record Reading(string Preparation, List<TextRegion> Regions)
{
    /// <summary>A line of at least this many characters, read with this confidence, is text and no dirt.</summary>
    private const int SureCharacters = 8;

    private const double SureLine = 0.85;

    internal IEnumerable<TextLine> Lines => Regions.SelectMany(region => region.Lines);

    internal IEnumerable<Word> Words => Lines.SelectMany(line => line.Words);

    /// <summary>Mean confidence of the words, each weighing as much as it has characters; 0 when there are none.</summary>
    internal double Confidence
    {
        get
        {
            var (sure, all) = (0.0, 0);
            foreach (var word in Words)
            {
                sure += Characters(word) * word.Confidence;
                all += Characters(word);
            }

            return all == 0 ? 0 : sure / all;
        }
    }

    /// <summary>
    /// Characters that are likely right less those that are likely wrong. A reading that drops what it cannot read has
    /// a high mean confidence and a small gain.
    /// </summary>
    internal double Gain => Words.Sum(word => Characters(word) * (word.Confidence - 0.5));

    /// <summary>
    /// Whether no line that the other reading was sure of has gone: of each, words here cover half
    /// of what its own did.
    /// A remedy that takes faint print for dirt may make all the rest more certain.
    /// </summary>
    internal bool HoldsSureLinesOf(Reading other)
    {
        var boxes = Words.Select(word => word.Box).ToList();
        return other.Lines
            .Where(line => line.Confidence >= SureLine && line.Words.Sum(Characters) >= SureCharacters)
            .All(line => boxes.Where(box => IsOn(line.Box, box)).Sum(box => box.Width) >= line.Words.Sum(word => word.Box.Width) / 2);
    }

    private static bool IsOn(Box line, Box word)
    {
        var (x, y) = (word.X + (word.Width / 2), word.Y + (word.Height / 2));
        return x >= line.X && x < line.Right && y >= line.Y && y < line.Bottom;
    }

    private static int Characters(Word word) => new StringInfo(word.Text).LengthInTextElements;
}
