namespace Digitize.Imaging.Split;

/// <summary>Rules down a sheet: strokes far longer than any character's, one above the other.</summary>
/// <param name="Places">From the left; double rules count as one.</param>
/// <param name="Top">Where they begin.</param>
/// <param name="Height">From there to where they end.</param>
internal sealed record VerticalRules(List<RulePlace> Places, int Top, int Height)
{
    // Shares of the paper's height.
    private const double ShortestStroke = 0.09;
    private const double LeastCover = 0.45;
    private const int MostGapPixels = 3;
    private const double OneRule = 0.012;

    public static VerticalRules Of(InkMap ink, PixelRegion paper)
    {
        var shortest = (int)(ShortestStroke * paper.Height);
        var (tops, bottoms) = (new List<int>(), new List<int>());
        var (places, begun, last) = (new List<RulePlace>(), -1, -1);
        for (var x = paper.Left + 2; x < paper.Left + paper.Width - 2; x++)
        {
            var (cover, top, bottom) = Strokes(ink, x, paper.Top, paper.Top + paper.Height, shortest);
            if (cover < LeastCover * paper.Height)
            {
                continue;
            }

            tops.Add(top);
            bottoms.Add(bottom);
            if (last < 0 || x - last > OneRule * paper.Width)
            {
                Close(places, begun, last);
                begun = x;
            }

            last = x;
        }

        Close(places, begun, last);
        if (places.Count == 0)
        {
            return new(places, 0, 0);
        }

        tops.Sort();
        bottoms.Sort();
        return new(places, tops[tops.Count / 2], bottoms[bottoms.Count / 2] - tops[tops.Count / 2]);
    }

    private static void Close(List<RulePlace> places, int begun, int last)
    {
        if (begun >= 0)
        {
            places.Add(new(begun, last));
        }
    }

    private static (int Cover, int Top, int Bottom) Strokes(InkMap ink, int x, int from, int to, int shortest)
    {
        int cover = 0, top = -1, bottom = -1, begun = -1, lastInk = -1;
        for (var y = from; y <= to; y++)
        {
            var isInk = y < to && (ink[x, y] || ink[x - 1, y] || ink[x + 1, y]);
            if (isInk)
            {
                begun = begun < 0 ? y : begun;
                lastInk = y;
            }
            else if (begun >= 0 && (y - lastInk > MostGapPixels || y == to))
            {
                if (lastInk - begun >= shortest)
                {
                    cover += lastInk - begun;
                    top = top < 0 ? begun : top;
                    bottom = lastInk;
                }

                begun = -1;
            }
        }

        return (cover, top, bottom);
    }
}

/// <param name="From">Pixels from the left.</param>
/// <param name="To">The last that is the rule's, or the last of several side by side.</param>
internal readonly record struct RulePlace(int From, int To);
