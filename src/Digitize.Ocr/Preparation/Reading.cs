using System.Globalization;
using Digitize.Core.Text;

namespace Digitize.Ocr.Preparation;

/// <summary>What was read on a page prepared in one way.</summary>
/// <param name="Preparation">As it is told in the text's processing record.</param>
internal sealed record Reading(string Preparation, List<TextRegion> Regions)
{
    /// <summary>Mean confidence of the words, each weighing as much as it has characters; 0 when there are none.</summary>
    internal double Confidence { get; } = MeanConfidence(Regions);

    /// <summary>
    /// Characters that are likely right less those that are likely wrong. A reading that drops what it cannot read has
    /// a high mean confidence and a small gain.
    /// </summary>
    internal double Gain { get; } = Words(Regions).Sum(word => Characters(word) * (word.Confidence - 0.5));

    private static double MeanConfidence(List<TextRegion> regions)
    {
        var (sure, all) = (0.0, 0);
        foreach (var word in Words(regions))
        {
            sure += Characters(word) * word.Confidence;
            all += Characters(word);
        }

        return all == 0 ? 0 : sure / all;
    }

    private static IEnumerable<Word> Words(List<TextRegion> regions) =>
        regions.SelectMany(region => region.Lines).SelectMany(line => line.Words);

    private static int Characters(Word word) => new StringInfo(word.Text).LengthInTextElements;
}
