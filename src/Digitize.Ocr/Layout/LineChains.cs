namespace Digitize.Ocr.Layout;

/// <summary>
/// Links each line to the one right below it where each is the other's only neighbour, as in the document spectrum
/// (O'Gorman 1993): a line across columns has several below it and ends the chain.
/// </summary>
internal static class LineChains
{
    /// <summary>In leadings: paragraphs stand apart less.</summary>
    private const double LongestStep = 1.75;

    /// <summary>Lines of one block differ less in size; marks and tails alone make a fifth.</summary>
    private const double LargestRatio = 1.35;

    /// <summary>Shared width to that of the narrower.</summary>
    private const double LeastShared = 0.5;

    internal static List<List<PrintLine>> Of(IReadOnlyList<PrintLine> lines, PageMeasure measure)
    {
        var sorted = lines.OrderBy(line => line.Middle).ThenBy(line => line.Box.X).ToList();
        var below = sorted.Select(line => Neighbours(line, sorted, measure, down: true)).ToList();
        var above = sorted.Select(line => Neighbours(line, sorted, measure, down: false)).ToList();
        var chains = new List<List<PrintLine>>();
        var chainOf = new Dictionary<PrintLine, List<PrintLine>>(ReferenceEqualityComparer.Instance);
        foreach (var (index, line) in sorted.Index())
        {
            var previous = above[index] is [var only] && below[sorted.IndexOf(only)] is [var back] && ReferenceEquals(back, line)
                && Belong(only, line, measure)
                ? only
                : null;
            if (previous is null || !chainOf.TryGetValue(previous, out var chain))
            {
                chains.Add(chain = []);
            }

            chain.Add(line);
            chainOf[line] = chain;
        }

        return chains;
    }

    private static bool Belong(PrintLine upper, PrintLine lower, PageMeasure measure)
    {
        // A line of a word or two may lack every mark and tail: then the width of its letters tells.
        var ratio = Math.Min(Ratio(upper.Size, lower.Size), Ratio(upper.Advance, lower.Advance));
        var size = Math.Max(upper.Size, lower.Size) / measure.Size;
        return ratio < LargestRatio && lower.Middle - upper.Middle < LongestStep * measure.Leading * Math.Max(1, size);
    }

    private static double Ratio(double one, double other) => Math.Max(one, other) / Math.Max(1, Math.Min(one, other));

    /// <summary>The nearest row's lines that stand below or above it.</summary>
    private static List<PrintLine> Neighbours(PrintLine line, List<PrintLine> all, PageMeasure measure, bool down)
    {
        var beside = all.Where(other => !ReferenceEquals(other, line)
            && (down ? other.Middle > line.Middle : other.Middle < line.Middle)
            && Math.Abs(other.Middle - line.Middle) < 4 * measure.Leading
            && !PrintLine.SameRow(line.Box, other.Box)
            && PrintLine.SharedWidth(line.Box, other.Box) > LeastShared * Math.Min(line.Box.Width, other.Box.Width)).ToList();
        if (beside.Count == 0)
        {
            return beside;
        }

        var nearest = beside.MinBy(other => Math.Abs(other.Middle - line.Middle))!;
        return [.. beside.Where(other => ReferenceEquals(other, nearest) || PrintLine.SameRow(other.Box, nearest.Box))];
    }
}
