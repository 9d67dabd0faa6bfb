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

    /// <summary>Of the page's mean ink, what may stand on an edge between columns.</summary>
    private const double SomeInk = 0.12;

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
        return single.Count < FewestGaps || single.Count * 2 < gaps.Count
            ? Divided(profile, best)
            : single[single.Count / 2];
    }

    /// <summary>
    /// Twice the pitch is as regular as the pitch: it is divided while what stands between is as empty as the edges are.
    /// Down the middle of columns with commentary in two lanes stand the characters of the main text.
    /// </summary>
    private static double Divided(int[] profile, double pitch)
    {
        foreach (var parts in (ReadOnlySpan<int>)[2, 3, 2])
        {
            if (pitch / parts < 8)
            {
                continue;
            }

            var valleys = Enumerable.Range(0, (int)pitch).Select(phase => Valley(profile, pitch, phase)).ToArray();
            var phase = Array.IndexOf(valleys, valleys.Min());
            var between = Enumerable.Range(1, parts - 1)
                .Max(part => valleys[(int)(phase + (part * pitch / parts)) % valleys.Length]);
            pitch = between - valleys[phase] < SomeInk * profile.Average() ? pitch / parts : pitch;
        }

        return pitch;
    }

    /// <summary>Mean over the page of the least ink near each multiple of the pitch.</summary>
    private static double Valley(int[] profile, double pitch, int phase)
    {
        var (sum, n, reach) = (0.0, 0, Math.Max(1, (int)(pitch * 0.08)));
        for (double x = phase; x < profile.Length; x += pitch, n++)
        {
            var (from, to) = (Math.Max(0, (int)x - reach), Math.Min(profile.Length - 1, (int)x + reach));
            sum += profile.AsSpan(from, to - from + 1).ToArray().Min();
        }

        return n == 0 ? 0 : sum / n;
    }

    private static List<double> Gaps(IReadOnlyList<Rule> rules, int least) =>
        [.. rules.Zip(rules.Skip(1), (left, right) => right.X - left.X).Where(gap => gap >= least)];

    private static double OfRules(List<double> gaps, double pitch)
    {
        if (gaps.Count < FewestGaps)
        {
            return 0;
        }

        double sum = 0;
        foreach (var gap in gaps)
        {
            var times = Math.Max(1, Math.Round(gap / pitch));
            var off = ((gap / pitch) - times) / Slack;
            sum += times > MostTimes ? 0 : Math.Exp(-off * off / 2) * gap / times;
        }

        return sum / gaps.Sum();
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
