namespace Digitize.Ocr.HanNom;

/// <summary>What lies between two places of a column, and what it could be.</summary>
/// <param name="From">Number of the place above.</param>
/// <param name="To">Number of the place below.</param>
/// <param name="IsBlank">Hardly any ink in it.</param>
/// <param name="Guesses">Classes with log-probabilities, best first.</param>
internal sealed record ColumnPiece(int From, int To, bool IsBlank, IReadOnlyList<Guess> Guesses)
{
    /// <summary>Of a piece, in widths of the column.</summary>
    private const double Shortest = 0.15, Tallest = 1.75;

    /// <summary>Log-probability of passing over cuts, beyond which a piece is not looked at.</summary>
    private const double Unlikely = -8;

    /// <summary>The pairs of places that may hold one character.</summary>
    internal static IEnumerable<(int From, int To)> Between(IReadOnlyList<CutPlace> places)
    {
        for (var from = 0; from < places.Count; from++)
        {
            var passed = 0.0;
            for (var to = from + 1; to < places.Count; to++)
            {
                var height = (places[to].Row - places[from].Row) / ColumnNetworks.ColumnWidth;
                if (to > from + 1 && (height > Tallest || passed < Unlikely))
                {
                    break;
                }

                if (height >= Shortest || places.Count == 2)
                {
                    yield return (from, to);
                }

                passed += BestPath.LogOf(1 - places[to].Probability);
            }
        }
    }
}

/// <param name="Class">Number of a class; see <see cref="CharacterClasses"/>.</param>
/// <param name="Log">Natural logarithm of its probability.</param>
internal readonly record struct Guess(int Class, double Log);
