using System.Globalization;
using System.Text;
using Digitize.Core.Text;

namespace Digitize.Ocr.Confidence;

/// <summary>
/// How likely a word was read right: a weighted sum of its evidence (logistic regression), then a curve that only rises,
/// through a few points (isotonic: Zadrozny and Elkan, Transforming Classifier Scores into Accurate Multiclass
/// Probability Estimates, KDD 2002). The engine's own figure orders readings of one word; this one says how sure to be.
/// </summary>
/// <param name="weights">One for each of <see cref="WordEvidence.Names"/>.</param>
/// <param name="curve">Sums and shares of right words, both rising.</param>
public sealed class WordConfidence(IReadOnlyList<double> weights, IReadOnlyList<(double Sum, double Share)> curve)
{
    private static readonly Lazy<WordConfidence> FromFile = new(ReadFitted);

    /// <summary>As <c>confidence.tsv</c> has it, which says how it was made.</summary>
    public static WordConfidence Fitted => FromFile.Value;

    /// <returns>0 to 1.</returns>
    public double Of(WordEvidence evidence)
    {
        var sum = Sum(evidence);
        if (sum <= curve[0].Sum)
        {
            return curve[0].Share;
        }

        var above = curve.TakeWhile(point => point.Sum < sum).Count();
        if (above == curve.Count)
        {
            return curve[^1].Share;
        }

        var ((low, from), (high, to)) = (curve[above - 1], curve[above]);
        return from + ((to - from) * (sum - low) / (high - low));
    }

    /// <summary>The page with this confidence for each word; glyphs keep the engine's own.</summary>
    public TextPage Calibrate(TextPage page)
    {
        var sure = new Queue<double>(WordEvidence.Of(page).Select(word => Math.Round(Of(word.Evidence), 4)));
        return page with
        {
            Regions = [.. page.Regions.Select(region => region with
            {
                Lines = [.. region.Lines.Select(line => line with
                {
                    Words = [.. line.Words.Select(word => word with { Confidence = sure.Dequeue() })],
                })],
            })],
        };
    }

    /// <summary>The file's rows: <c>weight TAB name TAB figure</c> and <c>point TAB sum TAB share</c>.</summary>
    public IEnumerable<string> Rows() =>
    [
        .. WordEvidence.Names.Zip(weights, (name, weight) => string.Create(CultureInfo.InvariantCulture, $"weight\t{name}\t{weight:0.0000}")),
        .. curve.Select(point => string.Create(CultureInfo.InvariantCulture, $"point\t{point.Sum:0.0000}\t{point.Share:0.0000}")),
    ];

    internal double Sum(WordEvidence evidence) => weights.Zip(evidence.Figures, (weight, figure) => weight * figure).Sum();

    private static WordConfidence ReadFitted()
    {
        using var file = new StreamReader(typeof(WordConfidence).Assembly.GetManifestResourceStream("confidence.tsv")!, Encoding.UTF8);
        var rows = file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(row => !row.StartsWith('#')).Select(row => row.Split('\t')).ToList();
        var weights = rows.Where(row => row[0] == "weight").ToDictionary(row => row[1], row => Number(row[2]));
        return new WordConfidence(
            [.. WordEvidence.Names.Select(name => weights[name])],
            [.. rows.Where(row => row[0] == "point").Select(row => (Number(row[1]), Number(row[2])))]);
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
