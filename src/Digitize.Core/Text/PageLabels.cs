namespace Digitize.Core.Text;

/// <summary>
/// Proposes the printed number of each page of a document from what was read on the pages: numbers go up by one from
/// page to page, so the others outvote one that was misread and fill one that is not printed; front matter counts in
/// Roman numerals, plates have no number. The cheapest explanation of all readings is found by dynamic programming
/// (Viterbi 1967) over runs: a run is a style and a difference between number and position.
/// </summary>
public static class PageLabels
{
    /// <summary>What a reading that does not fit its run costs.</summary>
    private const double Misread = 1;

    /// <summary>What a page without a number costs inside a run; plates and blank sides are outside of runs.</summary>
    private const double Unprinted = 0.3;

    /// <summary>What a page that has a number costs outside of runs.</summary>
    private const double Unexplained = 0.9;

    /// <summary>What it costs to leave a run, and again to enter one: two readings that agree are worth it.</summary>
    private const double Change = 0.65;

    /// <summary>Confidence of a reading that no other supports, to that of its letters.</summary>
    private const double Lonely = 0.4;

    /// <summary>From this confidence on a person may take many at once without looking at each.</summary>
    public const double Sure = 0.5;

    /// <param name="readings">One for each page in order; null where no number was seen.</param>
    /// <returns>One for each page; null where the page has no number or nobody can tell.</returns>
    public static IReadOnlyList<LabelProposal?> Propose(IReadOnlyList<LabelReading?> readings)
    {
        var numbers = readings.Select(reading => reading is null ? null : PrintedNumber.Find(reading.Text)).ToList();
        var runs = numbers.Index().Where(entry => entry.Item is not null)
            .Select(entry => (Run?)new Run(entry.Item!.Value.Style, entry.Item.Value.Value - entry.Index))
            .Distinct().Prepend(null).ToList();
        var path = Cheapest(numbers, runs);
        return [.. path.Select((run, page) => run is { } known && known.At(page) is { } number
            ? new LabelProposal(number.ToString(), Confidence(path, readings, numbers, page))
            : numbers[page] is { } alone
                ? new LabelProposal(alone.ToString(), Math.Round(Lonely * readings[page]!.Confidence, 4))
                : null)];
    }

    private static List<Run?> Cheapest(List<PrintedNumber?> numbers, List<Run?> runs)
    {
        var cost = runs.Select(run => run is null ? 0 : Change).ToArray();
        var from = new List<int[]>();
        for (var page = 0; page < numbers.Count; page++)
        {
            // Out of one run and into another is two changes; out of or into none, one.
            var left = cost.Select((value, state) => value + (runs[state] is null ? 0 : Change)).ToArray();
            var best = Array.IndexOf(left, left.Min());
            var next = new double[runs.Count];
            var back = new int[runs.Count];
            for (var state = 0; state < runs.Count; state++)
            {
                var entered = left[best] + (runs[state] is null ? 0 : Change);
                var stays = page == 0 || cost[state] <= entered;
                back[state] = stays ? state : best;
                next[state] = (stays ? cost[state] : entered) + Cost(runs[state], numbers[page], page);
            }

            from.Add(back);
            cost = next;
        }

        var path = new List<Run?>();
        var at = Array.IndexOf(cost, cost.Min());
        for (var page = numbers.Count - 1; page >= 0; page--)
        {
            path.Add(runs[at]);
            at = from[page][at];
        }

        path.Reverse();
        return path;
    }

    private static double Cost(Run? run, PrintedNumber? number, int page) => (run, number) switch
    {
        (null, null) => 0,
        (null, _) => Unexplained,
        ({ } known, _) when known.At(page) is null => 2 * Misread,
        (_, null) => Unprinted,
        ({ } known, { } read) => known.At(page) == read ? 0 : Misread,
    };

    /// <summary>
    /// Readings of the run that agree, to all of it and one more; less where the page itself shows nothing, or something
    /// else. A number that only one page shows is less than half sure.
    /// </summary>
    private static double Confidence(
        List<Run?> path, IReadOnlyList<LabelReading?> readings, List<PrintedNumber?> numbers, int page)
    {
        var inRun = Enumerable.Range(0, path.Count).Where(other => path[other] == path[page] && numbers[other] is not null).ToList();
        var agree = inRun.Count(other => path[page]!.Value.At(other) == numbers[other]);
        if (agree <= 1)
        {
            return Math.Round(Lonely * inRun.Max(other => readings[other]!.Confidence), 4);
        }

        var share = (double)agree / (inRun.Count + 1);
        var own = numbers[page] is null ? 0.9
            : numbers[page] != path[page]!.Value.At(page) ? 0.8
            : Math.Max(0.9, readings[page]!.Confidence);
        return Math.Round(Math.Clamp(share * own, 0, 1), 4);
    }

    /// <param name="Difference">The number on the page less its position in the document.</param>
    private readonly record struct Run(NumberStyle Style, int Difference)
    {
        public PrintedNumber? At(int page) => new PrintedNumber(0, Style).Plus(page + Difference);
    }
}

/// <summary>What was read where a page's number stands.</summary>
/// <param name="Confidence">0 to 1.</param>
public sealed record LabelReading(string Text, double Confidence)
{
    /// <summary>The number on the page, of several the surest; null when none is seen.</summary>
    public static LabelReading? Of(TextPage page) => page.Regions
        .Where(region => region.Kind == RegionKind.PageNumber)
        .SelectMany(region => region.Lines)
        .Select(line => new LabelReading(PrintedNumber.Bare(line.Text), line.Confidence))
        .Where(reading => reading.Text.Length is > 0 and <= LongestLabel)
        .OrderByDescending(reading => PrintedNumber.Find(reading.Text) is not null).ThenByDescending(reading => reading.Confidence)
        .FirstOrDefault();

    /// <summary>What the row holds.</summary>
    private const int LongestLabel = 16;
}

/// <param name="Label">As it would be printed.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record LabelProposal(string Label, double Confidence);
