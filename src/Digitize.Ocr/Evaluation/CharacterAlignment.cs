namespace Digitize.Ocr.Evaluation;

/// <summary>A best alignment of two lists of characters (Levenshtein 1966), and what it costs.</summary>
/// <param name="Edits">Insertions, deletions and substitutions.</param>
/// <param name="Pairs">Places that stand for each other, equal or not.</param>
public sealed record CharacterAlignment(int Edits, IReadOnlyList<(int Truth, int Reading)> Pairs)
{
    public static CharacterAlignment Of(IReadOnlyList<string> truth, IReadOnlyList<string> reading)
    {
        var costs = new int[truth.Count + 1, reading.Count + 1];
        for (var i = 0; i <= truth.Count; i++)
        {
            for (var j = 0; j <= reading.Count; j++)
            {
                costs[i, j] = i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(
                        costs[i - 1, j - 1] + Substitution(truth, reading, i, j),
                        Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
            }
        }

        return new CharacterAlignment(costs[truth.Count, reading.Count], Back(costs, truth, reading));
    }

    private static List<(int Truth, int Reading)> Back(
        int[,] costs, IReadOnlyList<string> truth, IReadOnlyList<string> reading)
    {
        var pairs = new List<(int, int)>();
        var (i, j) = (truth.Count, reading.Count);
        while (i > 0 && j > 0)
        {
            if (costs[i, j] == costs[i - 1, j - 1] + Substitution(truth, reading, i, j))
            {
                pairs.Add((--i, --j));
            }
            else if (costs[i, j] == costs[i - 1, j] + 1)
            {
                i--;
            }
            else
            {
                j--;
            }
        }

        pairs.Reverse();
        return pairs;
    }

    private static int Substitution(IReadOnlyList<string> truth, IReadOnlyList<string> reading, int i, int j) =>
        string.Equals(truth[i - 1], reading[j - 1], StringComparison.Ordinal) ? 0 : 1;
}
