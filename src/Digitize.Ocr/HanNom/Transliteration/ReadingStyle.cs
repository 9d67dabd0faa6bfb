using System.Globalization;

namespace Digitize.Ocr.HanNom.Transliteration;

/// <summary>How one kind of text is read aloud: which syllables a character stands for, and which follow which.</summary>
internal sealed class ReadingStyle(double following)
{
    /// <summary>What a character that has no reading counts for, so that it decides nothing.</summary>
    private const double Unknown = -6.9;

    private readonly Dictionary<string, List<(string Syllable, double Log)>> _readings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (double Own, double Left)> _syllables = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Before, string Syllable), double> _pairs = [];

    /// <summary>Logarithm of a syllable's own share when it is in no text.</summary>
    private double _rare;

    /// <summary>The commonest first, with their shares, 0 to 1.</summary>
    internal IEnumerable<(string Syllable, double Share)> Readings(string character) =>
        _readings.GetValueOrDefault(character, []).Select(reading => (reading.Syllable, Math.Exp(reading.Log)));

    /// <param name="fields"><c>c</c>, the character, its readings as <c>syllable:log</c>.</param>
    internal void AddCharacter(string[] fields) => _readings[fields[1]] = [.. fields.Skip(2).Select(Pair)];

    /// <param name="fields"><c>s</c>, the syllable, its own log, that of what is left after it, <c>next:log</c> …</param>
    internal void AddSyllable(string[] fields)
    {
        var own = Log(fields[2]);
        _syllables[fields[1]] = (own, Log(fields[3]));
        _rare = Math.Min(_rare, own);
        foreach (var (next, log) in fields.Skip(4).Select(Pair))
        {
            _pairs[(fields[1], next)] = Math.Exp(log);
        }
    }

    /// <summary>The likeliest syllables (Viterbi), null where a character has no reading, and the logarithm of their share.</summary>
    internal (double Score, IReadOnlyList<string?> Syllables) Read(IReadOnlyList<string> characters)
    {
        var states = new List<State> { new(null, 0, null) };
        foreach (var character in characters)
        {
            states = _readings.TryGetValue(character, out var readings)
                ? [.. readings.Select(reading => states.Select(state => Step(state, reading)).MaxBy(state => state.Score)!)]
                : [states.Select(state => new State(null, state.Score + Unknown, state)).MaxBy(state => state.Score)!];
        }

        var best = states.MaxBy(state => state.Score)!;
        var syllables = new string?[characters.Count];
        var at = best;
        for (var i = characters.Count - 1; i >= 0; i--, at = at!.Before)
        {
            syllables[i] = at!.Syllable;
        }

        return (best.Score, syllables);
    }

    private State Step(State before, (string Syllable, double Log) reading)
    {
        var own = Own(reading.Syllable);
        var score = before.Score + reading.Log + own + (following * (Follows(before.Syllable, reading.Syllable, own) - own));
        return new State(reading.Syllable, score, before);
    }

    private double Own(string syllable) => _syllables.TryGetValue(syllable, out var known) ? known.Own : _rare;

    private double Follows(string? before, string syllable, double own) =>
        before is not null && _syllables.TryGetValue(before, out var known)
            ? Math.Log(_pairs.GetValueOrDefault((before, syllable)) + (Math.Exp(known.Left) * Math.Exp(own)))
            : own;

    private static (string Syllable, double Log) Pair(string field)
    {
        var colon = field.LastIndexOf(':');
        return (field[..colon], Log(field[(colon + 1)..]));
    }

    /// <summary>The file holds hundredths, without the sign.</summary>
    private static double Log(string hundredths) => int.Parse(hundredths, NumberStyles.None, CultureInfo.InvariantCulture) / -100.0;

    private sealed record State(string? Syllable, double Score, State? Before);
}
