using Digitize.Core.Text;
using Digitize.Ocr.Columns;

namespace Digitize.Ocr.Scripts;

/// <summary>What a small part of a page looks like: where it is empty across, and how its ink stands in lines.</summary>
/// <param name="Ink">Pixels of ink.</param>
/// <param name="EmptyRows">Of its height, the share in rows without ink; a gap of a line counts, one within a letter not.</param>
/// <param name="EmptyColumns">The same of its width.</param>
/// <param name="Core">
/// Of a line's ink, the share in its densest half: Latin letters crowd between baseline and x-height, Hán fills its square.
/// </param>
/// <param name="LineHeight">Mean height of its lines, pixels.</param>
/// <param name="Parts">Pieces of a line that white cuts apart, for each height of the line along it.</param>
internal readonly record struct WritingSample(int Ink, double EmptyRows, double EmptyColumns, double Core, double Parts, double LineHeight)
{
    /// <summary>Less ink than this share of a part is dirt.</summary>
    private const double LeastInk = 0.012;

    /// <param name="within">What the part is cut from: only there a line may be cut.</param>
    /// <param name="size">Usual longer side of a piece of ink, pixels.</param>
    internal static WritingSample Of(PageInk ink, Box part, Box within, double size)
    {
        var rows = new int[part.Height];
        var columns = new int[part.Width];
        for (var y = 0; y < part.Height; y++)
        {
            var row = ink.Row(part.Y + y).Slice(part.X, part.Width);
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x])
                {
                    rows[y]++;
                    columns[x]++;
                }
            }
        }

        var total = rows.Sum();
        if (total < LeastInk * part.Width * part.Height)
        {
            return default;
        }

        var gap = Math.Max(2, (int)(size * 0.25));
        var (core, parts, height) = Lines(ink, part, rows, size, part.Y > within.Y, part.Bottom < within.Bottom);
        return new WritingSample(total, Empty(rows, gap), Empty(columns, gap), core, parts, height);
    }

    /// <summary>Share of inner gaps of at least <paramref name="least"/> between the first ink and the last.</summary>
    private static double Empty(int[] profile, int least)
    {
        var (first, last) = (Array.FindIndex(profile, count => count > 0), Array.FindLastIndex(profile, count => count > 0));
        var (empty, run) = (0, 0);
        for (var i = first; i <= last; i++)
        {
            if (profile[i] == 0)
            {
                run++;
                continue;
            }

            empty += run >= least ? run : 0;
            run = 0;
        }

        return (double)empty / (last - first + 1);
    }

    private static (double Core, double Parts, double Height) Lines(
        PageInk ink, Box part, int[] rows, double size, bool cutAbove, bool cutBelow)
    {
        var (core, parts, weight, height, lines) = (0.0, 0.0, 0, 0.0, 0);
        for (int y = 0, start = 0; y <= rows.Length; y++)
        {
            if (y < rows.Length && rows[y] > 0)
            {
                continue;
            }

            // A line cut by the part's edge shows only some of its height.
            if (y - start >= size * 0.7 && (start > 0 || !cutAbove) && (y < rows.Length || !cutBelow))
            {
                var own = rows.AsSpan(start, y - start);
                var sum = Sum(own);
                core += DensestHalf(own, sum) * sum;
                parts += PartsOf(ink, part, start, y) * sum;
                weight += sum;
                height += y - start;
                lines++;
            }

            start = y + 1;
        }

        return weight == 0 ? (0, 0, 0) : (core / weight, parts / weight, height / lines);
    }

    private static int Sum(ReadOnlySpan<int> values)
    {
        var sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static double DensestHalf(ReadOnlySpan<int> rows, int sum)
    {
        var half = Math.Max(1, rows.Length / 2);
        var inside = Sum(rows[..half]);
        var most = inside;
        for (var y = half; y < rows.Length; y++)
        {
            inside += rows[y] - rows[y - half];
            most = Math.Max(most, inside);
        }

        return (double)most / sum;
    }

    private static double PartsOf(PageInk ink, Box part, int top, int bottom)
    {
        var (parts, inked, first, last) = (0, false, -1, 0);
        for (var x = 0; x < part.Width; x++)
        {
            var here = false;
            for (var y = top; y < bottom && !here; y++)
            {
                here = ink[part.X + x, part.Y + y];
            }

            parts += here && !inked ? 1 : 0;
            (first, last) = here ? (first < 0 ? x : first, x) : (first, last);
            inked = here;
        }

        return first < 0 ? 0 : parts * (double)(bottom - top) / (last - first + 1);
    }
}
