namespace Digitize.Ocr.Evaluation;

/// <summary>Words whose said confidence lies in a range, and how many of them are right.</summary>
/// <param name="From">Included.</param>
/// <param name="To">Not included, but for 1.</param>
/// <param name="Said">Mean of what was said of them; null when there are none.</param>
public sealed record ReliabilityBin(double From, double To, int Words, int Right, double? Said)
{
    public double? Share => Words == 0 ? null : (double)Right / Words;
}

/// <summary>
/// Whether confidence means what it says: of words said to be so sure, so many are right (the reliability diagram of
/// DeGroot and Fienberg, The Comparison and Evaluation of Forecasters, 1983).
/// </summary>
/// <param name="Around95">Said 93 to 97 %; as many should be right.</param>
/// <param name="Above95">Said 95 % or more.</param>
public sealed record Reliability(IReadOnlyList<ReliabilityBin> Bins, ReliabilityBin Around95, ReliabilityBin Above95)
{
    private static readonly double[] Edges = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.93, 0.97, 0.99, 1];

    public static Reliability Of(IReadOnlyList<JudgedWord> words) => new(
        [.. Edges.Zip(Edges.Skip(1), (from, to) => Bin(words, from, to))], Bin(words, 0.93, 0.97), Bin(words, 0.95, 1));

    private static ReliabilityBin Bin(IReadOnlyList<JudgedWord> words, double from, double to)
    {
        var said = words.Where(word => word.Confidence >= from && (word.Confidence < to || to == 1)).ToList();
        return new(from, to, said.Count, said.Count(word => word.IsRight), said.Select(word => (double?)word.Confidence).Average());
    }
}
