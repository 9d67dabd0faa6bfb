namespace Digitize.Ocr.Columns;

/// <summary>
/// The upright rules of a page: frame and lines between columns. A rule is thin and long; worn ones are many short pieces
/// above each other, so pieces are added up along the lean that gathers them best.
/// </summary>
/// <param name="Lean">Pixels to the right for each pixel down.</param>
/// <param name="Found">From left to right, in the page made upright by <paramref name="Lean"/>.</param>
/// <param name="Extent">Rows that hold writing.</param>
internal sealed record Rules(double Lean, IReadOnlyList<Rule> Found, (int Top, int Bottom) Extent)
{
    private int[] Profile { get; init; } = [];

    /// <summary>Pixels of long upright runs, one more to each side, in the upright page.</summary>
    private bool[] Pieces { get; init; } = [];

    /// <summary>The steepest lean looked for: a page that deskew has left a degree and a half off.</summary>
    private const double Steepest = 0.026;

    /// <summary>Of the text's height, the least that a rule covers.</summary>
    private const double Coverage = 0.4;

    /// <summary>The same where a column ends and a rule is to be expected.</summary>
    private const double CoverageAtEdge = 0.08;

    /// <summary>The same rules where the page is taken as it is: a lean found by few of them is that of the text.</summary>
    internal Rules Upright => Found.Count < 2 ? this with { Found = [] } : this;

    internal static Rules Of(PageInk ink)
    {
        var pieces = LongRuns(ink);
        var lean = LeanOf(pieces.Count > ink.Height ? pieces : Sample(ink), ink);
        var profile = ProfileOf(pieces, ink, lean);
        var (top, bottom) = ExtentOf(ink);
        return new Rules(lean, Peaks(profile, Coverage * (bottom - top)), (top, bottom)) { Profile = profile, Pieces = Widened(pieces, ink, lean, 1) };
    }

    /// <summary>Takes out what is left of the rules about the edges of places, found as rules or not.</summary>
    internal void EraseNear(PageInk upright, IEnumerable<int> edges, int reach)
    {
        var least = CoverageAtEdge * (Extent.Bottom - Extent.Top);
        foreach (var edge in edges.Distinct())
        {
            for (var x = Math.Max(0, edge - reach); x <= Math.Min(Profile.Length - 1, edge + reach); x++)
            {
                for (var y = 0; Profile[x] >= least && y < upright.Height; y++)
                {
                    upright[x, y] &= !Pieces[(y * upright.Width) + x];
                }
            }
        }
    }

    /// <summary>Pixels of long upright and narrow runs, as x and y.</summary>
    private static List<(short X, short Y)> LongRuns(PageInk ink)
    {
        var (longest, widest) = (Math.Max(12, ink.Height / 40), Math.Max(4, ink.Height / 90));
        var wide = new bool[ink.Width * ink.Height];
        for (var y = 0; y < ink.Height; y++)
        {
            var row = ink.Row(y);
            for (int x = 0, start = 0; x <= row.Length; x++)
            {
                if (x < row.Length && row[x])
                {
                    continue;
                }

                if (x - start > widest)
                {
                    wide.AsSpan((y * ink.Width) + start, x - start).Fill(true);
                }

                start = x + 1;
            }
        }

        var pieces = new List<(short, short)>();
        for (var x = 0; x < ink.Width; x++)
        {
            for (int y = 0, start = 0; y <= ink.Height; y++)
            {
                if (y < ink.Height && ink[x, y] && !wide[(y * ink.Width) + x])
                {
                    continue;
                }

                for (var piece = start; y - start >= longest && piece < y; piece++)
                {
                    pieces.Add(((short)x, (short)piece));
                }

                start = y + 1;
            }
        }

        return pieces;
    }

    private static List<(short X, short Y)> Sample(PageInk ink)
    {
        var sample = new List<(short, short)>();
        for (var y = 0; y < ink.Height; y += 2)
        {
            var row = ink.Row(y);
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x])
                {
                    sample.Add(((short)x, (short)y));
                }
            }
        }

        return sample;
    }

    private static double LeanOf(List<(short X, short Y)> pieces, PageInk ink)
    {
        var lean = Best(pieces, ink, 0, Steepest, 0.002);
        return Best(pieces, ink, lean, 0.002, 0.0004);
    }

    private static double Best(List<(short X, short Y)> pieces, PageInk ink, double around, double reach, double step)
    {
        var (best, most) = (around, -1.0);
        var steps = (int)Math.Round(reach / step);
        for (var i = -steps; i <= steps; i++)
        {
            double sum = 0;
            foreach (var count in Counts(pieces, ink, around + (i * step)))
            {
                sum += (double)count * count;
            }

            // Of equals the straightest: a page without rules or text stays as it is.
            sum *= 1 - (1e-4 * Math.Abs(i));
            if (sum > most)
            {
                (best, most) = (around + (i * step), sum);
            }
        }

        return best;
    }

    private static int[] Counts(List<(short X, short Y)> pieces, PageInk ink, double lean)
    {
        var shifts = Enumerable.Range(0, ink.Height).Select(y => ink.Shift(lean, y)).ToArray();
        var counts = new int[ink.Width];
        foreach (var (x, y) in pieces)
        {
            var at = x - shifts[y];
            if ((uint)at < (uint)counts.Length)
            {
                counts[at]++;
            }
        }

        return counts;
    }

    /// <summary>For each x, the rows in which a piece lies within two pixels.</summary>
    private static int[] ProfileOf(List<(short X, short Y)> pieces, PageInk ink, double lean)
    {
        var seen = Widened(pieces, ink, lean, 2);
        var profile = new int[ink.Width];
        for (var i = 0; i < seen.Length; i++)
        {
            profile[i % ink.Width] += seen[i] ? 1 : 0;
        }

        return profile;
    }

    private static bool[] Widened(List<(short X, short Y)> pieces, PageInk ink, double lean, int reach)
    {
        var seen = new bool[ink.Width * ink.Height];
        foreach (var (x, y) in pieces)
        {
            var at = x - ink.Shift(lean, y);
            for (var near = Math.Max(0, at - reach); near <= Math.Min(ink.Width - 1, at + reach); near++)
            {
                seen[(y * ink.Width) + near] = true;
            }
        }

        return seen;
    }

    /// <summary>First and last row that hold a good deal of ink.</summary>
    private static (int Top, int Bottom) ExtentOf(PageInk ink)
    {
        var counts = new int[ink.Height];
        for (var y = 0; y < ink.Height; y++)
        {
            counts[y] = ink.Row(y).Count(true);
        }

        var floor = Math.Max(2, counts.Order().ElementAt((int)(counts.Length * 0.9)) / 10);
        var (top, bottom) = (Array.FindIndex(counts, count => count > floor), Array.FindLastIndex(counts, count => count > floor));
        return top < 0 ? (0, ink.Height) : (top, bottom + 1);
    }

    private static List<Rule> Peaks(int[] profile, double least)
    {
        var rules = new List<Rule>();
        for (int x = 0, start = 0; x <= profile.Length; x++)
        {
            if (x < profile.Length && profile[x] >= least)
            {
                continue;
            }

            if (x > start)
            {
                var most = profile.AsSpan(start, x - start);
                var peak = 0;
                foreach (var count in most)
                {
                    peak = Math.Max(peak, count);
                }

                rules.Add(new Rule((start + x - 1) / 2.0, Math.Max(1, x - start - 4), peak));
            }

            start = x + 1;
        }

        return rules;
    }
}

/// <param name="X">Its middle.</param>
/// <param name="Width">Pixels, about.</param>
/// <param name="Rows">Rows in which it is there.</param>
internal readonly record struct Rule(double X, int Width, int Rows);
