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
    private const double WidestStrip = 0.15;
    private const double HalvesDiffer = 0.06;

    // A strip as wide as a column, within this, needs a fishtail.
    private const double LikeAColumn = 0.2;
    private const double FishtailHeight = 0.008;

    private const double MostInkOfBare = 0.01;

    private const int OwnRulePixels = 3;

    /// <returns>Null when there is none.</returns>
    public static CentreStrip? Find(SpreadView view)
    {
        var rules = VerticalRules.Of(view.Ink, view.Paper);
        if (rules.Places.Count < 4)
        {
            return null;
        }

        var (left, right) = (rules.Places[0].From, rules.Places[^1].To);
        var width = right - left;
        if (width < LeastAspect * rules.Height)
        {
            return null;
        }

        var middle = (left + right) / 2.0;
        foreach (var (before, after) in rules.Places.Zip(rules.Places.Skip(1)))
        {
            var (from, to) = (before.To, after.From);
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
            var place = new PixelRegion(from, rules.Top, strip, rules.Height);
            if (odd && IsBare(view, place))
            {
                // Two frames on either side of a gutter that neither light nor shadow shows.
                var between = (from + to) / 2.0;
                return new(new(between, between, 0.65), place, IsBare: true);
            }

            if (odd || fishtail)
            {
                // Cut just left of the strip's own rule, which stays with the right half as its writing does.
                var cut = from - OwnRulePixels;
                var confidence = odd && fishtail ? 0.95 : fishtail ? 0.85 : 0.7;
                return new(new(cut, cut, confidence), place, IsBare: false);
            }
        }

        return null;
    }

    /// <summary>The median width of the columns left of the strip; null when rules do not part them.</summary>
    private static double? ColumnWidth(List<RulePlace> places, int strip)
    {
        var widths = places.TakeWhile(place => place.To <= strip).ToList() is var before
            ? before.Zip(before.Skip(1), (a, b) => b.From - a.To).Order().ToList()
            : [];
        return widths.Count < 2 ? null : widths[widths.Count / 2];
    }

    private static bool IsBare(SpreadView view, PixelRegion strip)
    {
        var (inset, ink) = (Math.Max(3, strip.Width / 8), 0);
        for (var y = strip.Top; y < strip.Top + strip.Height; y++)
        {
            for (var x = strip.Left + inset; x < strip.Left + strip.Width - inset; x++)
            {
                ink += view.Ink[x, y] ? 1 : 0;
            }
        }

        return ink < MostInkOfBare * strip.Width * strip.Height;
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

/// <param name="IsBare">Nothing is written on it: a gutter between two frames, not a 版心.</param>
internal sealed record CentreStrip(Gutter Gutter, PixelRegion Strip, bool IsBare);
