namespace Digitize.Imaging.Split;

/// <summary>
/// Finds the centre strip (版心) of an unfolded woodblock leaf: two vertical rules on either side of the middle of a
/// frame that is wider than high, with halves alike, and between them a strip that is no column: of another width than
/// the columns, or with the black of a fishtail (魚尾).
/// </summary>
internal static class LeafFinder
{
    private const double LeastAspect = 1.02;

    // Shares of the frame's width.
    private const double OffMiddle = 0.03;
    private const double NarrowestStrip = 0.02;
    private const double WidestStrip = 0.13;
    private const double HalvesDiffer = 0.06;

    // A strip as wide as a column, within this, needs a fishtail.
    private const double LikeAColumn = 0.2;
    private const double FishtailHeight = 0.008;

    /// <returns>Null when there is none.</returns>
    public static (Gutter Gutter, PixelRegion Strip)? Find(SpreadView view)
    {
        var rules = VerticalRules.Of(view.Ink, view.Paper);
        if (rules.Places.Count < 4)
        {
            return null;
        }

        var (left, right) = (rules.Places[0], rules.Places[^1]);
        var width = right - left;
        if (width < LeastAspect * rules.Height)
        {
            return null;
        }

        var middle = (left + right) / 2.0;
        foreach (var (from, to) in rules.Places.Zip(rules.Places.Skip(1)))
        {
            var strip = to - from;
            var differ = Math.Abs((from - left) - (right - to));
            if (Math.Abs((from + to) / 2.0 - middle) > OffMiddle * width || strip < NarrowestStrip * width
                || strip > WidestStrip * width || differ > HalvesDiffer * width)
            {
                continue;
            }

            var column = ColumnWidth(rules.Places, from);
            var odd = column is null || Math.Abs(strip - column.Value) > LikeAColumn * column.Value;
            var fishtail = HasFishtail(view, from, to, rules);
            if (odd || fishtail)
            {
                // Cut just left of the strip, whose rule and writing stay whole with the right half.
                var cut = from - Math.Max(2, strip * 0.06);
                var confidence = odd && fishtail ? 0.95 : fishtail ? 0.85 : 0.7;
                return (new(cut, cut, confidence), new(from, rules.Top, strip, rules.Height));
            }
        }

        return null;
    }

    /// <summary>The median width of the columns left of the strip; null when rules do not part them.</summary>
    private static double? ColumnWidth(List<int> places, int strip)
    {
        var widths = places.TakeWhile(place => place <= strip).ToList() is var before
            ? before.Zip(before.Skip(1), (a, b) => b - a).Order().ToList()
            : [];
        return widths.Count < 2 ? null : widths[widths.Count / 2];
    }

    /// <summary>Rows between the strip's rules that are black from rule to rule: more than any character is.</summary>
    private static bool HasFishtail(SpreadView view, int from, int to, VerticalRules rules)
    {
        var inset = Math.Max(3, (to - from) / 8);
        var black = Darkness(view);
        var (run, needed) = (0, Math.Max(4, (int)(FishtailHeight * rules.Height)));
        var ends = rules.Height / 25;
        for (var y = rules.Top + ends; y < rules.Top + rules.Height - ends; y++)
        {
            var dark = 0;
            for (var x = from + inset; x < to - inset; x++)
            {
                dark += view.Grey.Pixels[y * view.Grey.Width + x] < black ? 1 : 0;
            }

            run = dark >= 0.85 * (to - from - 2 * inset) ? run + 1 : 0;
            if (run >= needed)
            {
                return true;
            }
        }

        return false;
    }

    private static double Darkness(SpreadView view)
    {
        var sample = view.Grey.Pixels.Where((_, i) => i % 37 == 0).Order().ToArray();
        return 0.55 * sample[sample.Length * 3 / 4];
    }
}
