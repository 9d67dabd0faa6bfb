using Digitize.Ocr.Confidence;

namespace Digitize.Ocr.Evaluation;

/// <summary>
/// Finds <see cref="WordConfidence"/>'s figures from words whose truth is known: weights by logistic regression (Newton's
/// steps, a light ridge), then the rising curve through equally many words each by pooling adjacent violators (Ayer et
/// al. 1955). The same words give the same figures.
/// </summary>
public static class ConfidenceFit
{
    private const int Steps = 30;

    private const double Ridge = 1;

    /// <summary>
    /// A point of the curve stands for so large a part of all words, or of all wrong ones: most words are right, and the
    /// curve must tell the doubtful ones apart too.
    /// </summary>
    private const int Points = 16;

    /// <exception cref="InvalidDataException">Fewer words than figures to find.</exception>
    public static WordConfidence Of(IReadOnlyList<JudgedWord> words)
    {
        if (words.Count < Points * WordEvidence.Names.Count)
        {
            throw new InvalidDataException($"{words.Count} words are too few.");
        }

        var weights = Weights(words);
        var line = new WordConfidence(weights, []);
        var sums = words.Select(word => (Sum: line.Sum(word.Evidence), word.IsRight)).OrderBy(word => word.Sum).ToList();
        return new WordConfidence(weights, Curve(sums));
    }

    private static double[] Weights(IReadOnlyList<JudgedWord> words)
    {
        var count = WordEvidence.Names.Count;
        var weights = new double[count];
        for (var step = 0; step < Steps; step++)
        {
            // The normal equations, with the slope as a last column.
            var rows = new double[count, count + 1];
            foreach (var word in words)
            {
                var figures = word.Evidence.Figures;
                var sure = 1 / (1 + Math.Exp(-weights.Zip(figures, (weight, figure) => weight * figure).Sum()));
                for (var i = 0; i < count; i++)
                {
                    for (var j = 0; j < count; j++)
                    {
                        rows[i, j] += sure * (1 - sure) * figures[i] * figures[j];
                    }

                    rows[i, count] += ((word.IsRight ? 1 : 0) - sure) * figures[i];
                }
            }

            for (var i = 0; i < count; i++)
            {
                rows[i, i] += Ridge;
                rows[i, count] -= Ridge * weights[i];
            }

            weights = [.. weights.Zip(Solved(rows), (weight, by) => weight + by)];
        }

        return weights;
    }

    /// <summary>Gauss and Jordan; the matrix is positive definite, so no pivot is 0.</summary>
    private static double[] Solved(double[,] rows)
    {
        var count = rows.GetLength(0);
        for (var pivot = 0; pivot < count; pivot++)
        {
            for (var row = 0; row < count; row++)
            {
                var share = row == pivot ? 0 : rows[row, pivot] / rows[pivot, pivot];
                for (var column = pivot; share != 0 && column <= count; column++)
                {
                    rows[row, column] -= share * rows[pivot, column];
                }
            }
        }

        return [.. Enumerable.Range(0, count).Select(i => rows[i, count] / rows[i, i])];
    }

    private static List<(double Sum, double Share)> Curve(List<(double Sum, bool IsRight)> words)
    {
        var pools = new List<(double Sum, double Right, int Words)>();
        var (all, wrong) = (words.Count / Points, words.Count(word => !word.IsRight) / Points);
        for (var from = 0; from < words.Count;)
        {
            var part = Part(words, from, all, wrong);
            from += part.Count;

            // One right and one wrong word more than were seen: nothing is said to be certain.
            pools.Add((part.Sum(word => word.Sum), part.Count(word => word.IsRight) + 1, part.Count));
            while (pools is [.., var before, var last] && Share(last) <= Share(before))
            {
                pools.RemoveRange(pools.Count - 2, 2);
                pools.Add((before.Sum + last.Sum, before.Right + last.Right, before.Words + last.Words));
            }
        }

        return [.. pools.Select(pool => (pool.Sum / pool.Words, Share(pool)))];
    }

    private static List<(double Sum, bool IsRight)> Part(List<(double Sum, bool IsRight)> words, int from, int all, int wrong)
    {
        var (to, missed) = (from, 0);
        while (to < words.Count && to - from < all && missed < Math.Max(1, wrong))
        {
            missed += words[to++].IsRight ? 0 : 1;
        }

        return words.GetRange(from, to - from);
    }

    private static double Share((double Sum, double Right, int Words) pool) => pool.Right / (pool.Words + 2);
}
