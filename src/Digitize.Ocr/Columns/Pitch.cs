namespace Digitize.Ocr.Columns;

/// <summary>How far it is from one column to the next.</summary>
internal static class Pitch
{
    /// <summary>How far a distance of rules may be off a whole number of pitches.</summary>
    private const double Slack = 0.05;

    /// <summary>Fewer distances between rules than this say nothing.</summary>
    private const int FewestGaps = 3;

    /// <summary>A distance of more pitches than this fits any.</summary>
    private const int MostTimes = 4;

    /// <summary>Of a column's usual ink, how much more may stand on the edges of a finer pitch, widths off it counted in.</summary>
    private const double SomeInk = 0.02;

    /// <summary>Where edges hold as much ink as this there is something else over the page, and they say nothing.</summary>
    private const double NoEdge = 0.2;

    /// <summary>
    /// The distance at which rules repeat, or, without rules, the ink above each x (its autocorrelation).
    /// </summary>
    /// <returns>Pixels; 0 when there is no ink.</returns>
    internal static double Of(int[] profile, IReadOnlyList<Rule> rules, int height)
    {
        var (least, most) = (Math.Max(6, height / 90), Math.Max(8, Math.Min(profile.Length / 2, height / 4)));
        var alike = Autocorrelation(profile, most + 1);
        var gaps = Gaps(rules, least);
        var (best, top) = (0.0, 0.0);
        var scores = new double[most + 1];

        // Nearer than the first gap a column is only like itself.
        var first = Array.FindIndex(alike, least, value => value < 0);
        first = first < 0 ? most : first;
        for (var lag = gaps.Count < FewestGaps ? first : least; lag <= most; lag++)
        {
            scores[lag] = (lag < first ? 0 : Math.Max(0, alike[lag])) + (2 * OfRules(gaps, lag));
            if (scores[lag] > top)
            {
                (best, top) = (lag, scores[lag]);
            }
        }

        var single = gaps.Where(gap => Math.Abs((gap / best) - 1) < 0.1).Order().ToList();
        return single.Count >= FewestGaps && single.Count * 2 >= gaps.Count
            ? Finest(profile, rules, [single[single.Count / 2], single[single.Count / 2] / 2], single[single.Count / 2])
            : Finest(profile, rules, [.. Peaks(scores, top).Append(best).Append(best / 2).Append(best / 3).Where(p => p >= least)], best);
    }

    private static IEnumerable<double> Peaks(double[] scores, double top) =>
        Enumerable.Range(1, Math.Max(0, scores.Length - 2))
            .Where(lag => scores[lag] > top * 0.3 && scores[lag] >= scores[lag - 1] && scores[lag] >= scores[lag + 1])
            .Select(lag => (double)lag);

    /// <summary>
    /// Twice the pitch is as regular as the pitch, so the finest is taken that cuts through hardly more ink than the most
    /// regular: down the middle of columns stand the characters.
    /// </summary>
    private static double Finest(int[] profile, IReadOnlyList<Rule> rules, List<double> pitches, double best)
    {
        var cut = pitches.Order().Select(pitch => (Pitch: pitch, Ink: PlaceFinder.CutInk(profile, rules, pitch))).ToList();
        var least = cut.Where(one => one.Pitch <= best * 1.1).Select(one => one.Ink).DefaultIfEmpty(NoEdge).Min();
        return least >= NoEdge ? best : cut.First(one => one.Ink <= least + SomeInk).Pitch;
    }

    private static List<double> Gaps(IReadOnlyList<Rule> rules, int least) =>
        [.. rules.Zip(rules.Skip(1), (left, right) => right.X - left.X).Where(gap => gap >= least)];

    private static double OfRules(List<double> gaps, double pitch)
    {
        if (gaps.Count < FewestGaps)
        {
            return 0;
        }

        // One long distance, where rules are worn away, says no more than a usual one.
        var usual = gaps.Order().ElementAt(gaps.Count / 2);
        double sum = 0;
        foreach (var gap in gaps)
        {
            var times = Math.Max(1, Math.Round(gap / pitch));
            var off = ((gap / pitch) - times) / Slack;
            sum += times > MostTimes ? 0 : Math.Exp(-off * off / 2) * Math.Min(gap, usual) / times;
        }

        return sum / gaps.Sum(gap => Math.Min(gap, usual));
    }

    private static double[] Autocorrelation(int[] profile, int longest)
    {
        var mean = profile.Average();
        profile = [.. profile.Select(count => (int)Math.Min(count, mean * 3))];
        mean = profile.Average();
        var alike = new double[longest + 1];
        double own = profile.Sum(count => (count - mean) * (count - mean));
        for (var lag = 0; lag <= longest && own > 0; lag++)
        {
            double sum = 0;
            for (var x = 0; x + lag < profile.Length; x++)
            {
                sum += (profile[x] - mean) * (profile[x + lag] - mean);
            }

            alike[lag] = sum / own;
        }

        return alike;
    }
}
