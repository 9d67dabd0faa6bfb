using System.Globalization;

namespace Digitize.Ocr.Text;

/// <summary>
/// How often syllables, and pairs of them, stand in our sample texts (training/syllables): some three hundred
/// lines of old verse and a few pages of prose. Enough to rank candidates, not to judge a text.
/// </summary>
internal static class SyllableCounts
{
    private static readonly Lazy<Dictionary<string, int>> Counts = new(Read);

    private static readonly Lazy<int> Total = new(() => Counts.Value.Where(entry => !entry.Key.Contains(' ')).Sum(entry => entry.Value));

    /// <summary>
    /// How likely the syllable is between its neighbours, from 0 to 1: pairs where there are any, else the syllable alone, a
    /// step less for each (stupid backoff, Brants et al. 2007). Nothing is impossible.
    /// </summary>
    internal static double Score(string? before, string syllable, string? after) =>
        Math.Sqrt(Pair(before, syllable) * Pair(syllable, after));

    private static double Pair(string? first, string? second)
    {
        const double backoff = 0.4;
        if (first is null || second is null)
        {
            return backoff * Alone(first ?? second!);
        }

        return Counts.Value.TryGetValue($"{first} {second}", out var pairs)
            ? (double)pairs / Counts.Value[first]
            : backoff * Math.Sqrt(Alone(first) * Alone(second));
    }

    private static double Alone(string syllable) => (Counts.Value.GetValueOrDefault(syllable) + 0.1) / Total.Value;

    private static Dictionary<string, int> Read()
    {
        using var stream = typeof(SyllableCounts).Assembly.GetManifestResourceStream("syllables.tsv")!;
        using var reader = new StreamReader(stream);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            counts[parts[0]] = int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return counts;
    }
}
