namespace Digitize.Ocr.HanNom;

/// <summary>
/// The cuts and characters that together explain a column best: a search over all places (Viterbi) whose state is the
/// last character, because the next one's probability depends on it.
/// </summary>
internal sealed class BestPath(IReadOnlyList<CutPlace> places, PathWeights weights, Bigrams bigrams)
{
    private const double Never = 1e-3;

    /// <summary>Of a character's height against the column's pitch: what one deviation is, as a logarithm.</summary>
    private const double HeightDeviation = 0.3;

    /// <summary>For leaving out what no piece covers.</summary>
    private const double Gap = -5;

    private readonly Dictionary<int, Step>[] _best = [.. places.Select(_ => new Dictionary<int, Step>())];

    internal static double LogOf(double probability) => Math.Log(Math.Max(probability, Never));

    /// <summary>The pieces with the class that each was taken for, from top to bottom; marks are among them.</summary>
    internal List<(ColumnPiece Piece, int Class)> Through(IReadOnlyList<ColumnPiece> pieces)
    {
        var (pitch, passed) = (Pitch(), Passed());
        var byEnd = pieces.ToLookup(piece => piece.To);
        _best[0][Bigrams.Start] = new Step(0, null, 0, 0, 0);
        for (var place = 1; place < places.Count; place++)
        {
            foreach (var piece in byEnd[place])
            {
                var cut = passed[place] - passed[piece.From + 1] + LogOf(places[place].Probability);
                var height = Math.Log((places[place].Row - places[piece.From].Row) / pitch) / HeightDeviation;
                foreach (var guess in Choices(piece))
                {
                    var own = (weights.Cut * cut) + (weights.Character * guess.Log)
                        + (CharacterClasses.IsCharacter(guess.Class)
                            ? weights.Bonus - (weights.Height * height * height / 2)
                            : 0);
                    Extend(piece, guess.Class, own);
                }
            }

            if (_best[place].Count == 0)
            {
                SkipTo(place);
            }
        }

        return Trace();
    }

    private static IEnumerable<Guess> Choices(ColumnPiece piece)
    {
        if (piece.IsBlank)
        {
            return [new Guess(CharacterClasses.Circle, 0)];
        }

        var characters = piece.Guesses.Where(guess => CharacterClasses.IsCharacter(guess.Class));
        return characters.Take(ColumnReader.Candidates)
            .Concat(piece.Guesses.Where(guess => guess.Class == CharacterClasses.Circle));
    }

    private void Extend(ColumnPiece piece, int character, double own)
    {
        foreach (var (before, step) in _best[piece.From])
        {
            var isText = CharacterClasses.IsCharacter(character);
            var score = step.Score + own + (isText ? weights.Language * bigrams.Log(before, character) : 0);
            var now = isText ? character : before;
            if (!_best[piece.To].TryGetValue(now, out var known) || score > known.Score)
            {
                _best[piece.To][now] = new Step(score, piece, character, piece.From, before);
            }
        }
    }

    private void SkipTo(int place)
    {
        var from = Enumerable.Range(0, place).Last(earlier => _best[earlier].Count > 0);
        foreach (var (before, step) in _best[from])
        {
            _best[place][before] = new Step(step.Score + Gap, null, 0, from, before);
        }
    }

    private List<(ColumnPiece Piece, int Class)> Trace()
    {
        var path = new List<(ColumnPiece, int)>();
        var place = places.Count - 1;
        var state = _best[place].MaxBy(entry => entry.Value.Score).Key;
        while (place > 0)
        {
            var step = _best[place][state];
            if (step.Piece is { } piece)
            {
                path.Add((piece, step.Class));
            }

            (place, state) = (step.From, step.Before);
        }

        path.Reverse();
        return path;
    }

    /// <summary>The usual distance of cuts that are sure, else the column's width.</summary>
    private double Pitch()
    {
        const double width = ColumnNetworks.ColumnWidth;
        var sure = places.Where(place => place.Probability > 0.5).Select(place => place.Row).ToList();
        var steps = sure.Zip(sure.Skip(1), (above, below) => below - above)
            .Where(step => step > 0.4 * width && step < 1.7 * width)
            .Order()
            .ToList();
        var middle = steps.Count / 2;
        return steps.Count == 0 ? width
            : steps.Count % 2 == 1 ? steps[middle]
            : (steps[middle - 1] + steps[middle]) / 2;
    }

    /// <summary>Logarithm of passing over all places before the one numbered.</summary>
    private double[] Passed()
    {
        var passed = new double[places.Count + 1];
        for (var i = 0; i < places.Count; i++)
        {
            passed[i + 1] = passed[i] + LogOf(1 - places[i].Probability);
        }

        return passed;
    }

    private readonly record struct Step(double Score, ColumnPiece? Piece, int Class, int From, int Before);
}

/// <summary>
/// How much each kind of evidence counts on a path; part of the model. The bonus, for every character, weighs against a
/// path's liking for few of them.
/// </summary>
internal sealed record PathWeights(
    double Cut, double Character, double Language, double Height, double Bonus, double Slope, double Shift)
{
    /// <summary>The least probability of being wrong that is told apart.</summary>
    private const double Smallest = 1e-6;

    /// <summary>
    /// What a candidate's log-probability by the network is worth on real pages, 0 to 1 (Platt, 1999; the figures are
    /// fitted by `training/han-nom/calibrate.py`).
    /// </summary>
    internal double Probability(double log)
    {
        var odds = log - Math.Log(Math.Max(1 - Math.Exp(log), Smallest));
        return 1 / (1 + Math.Exp(-((Slope * odds) + Shift)));
    }
}
