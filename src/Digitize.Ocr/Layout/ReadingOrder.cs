using Digitize.Core.Text;

namespace Digitize.Ocr.Layout;

/// <summary>
/// The order in which blocks are read: Breuel, High Performance Document Layout Analysis (2003), section 4. One comes
/// before another when it stands above it and they share width; or when it lies wholly to its left and nothing between
/// the two in height reaches over both; ours is the exception for titles narrower than the columns below them. A
/// topological order of these pairs; where they contradict each other, the higher goes first.
/// </summary>
internal static class ReadingOrder
{
    /// <summary>Of the narrower block's width: less is a ragged edge or a leaning scan.</summary>
    private const double LeastShared = 0.1;

    internal static List<T> Of<T>(IReadOnlyList<T> blocks, Func<T, Box> boxOf)
    {
        var boxes = blocks.Select(boxOf).ToList();
        var waitsFor = boxes.Select((box, index) => Enumerable.Range(0, boxes.Count)
            .Where(other => other != index && IsBefore(other, index, boxes)).ToHashSet()).ToList();
        var left = Enumerable.Range(0, blocks.Count).OrderBy(index => boxes[index].Y).ThenBy(index => boxes[index].X).ToList();
        var order = new List<T>();
        var last = -1;
        while (left.Count > 0)
        {
            var free = left.Where(index => waitsFor[index].All(other => !left.Contains(other))).ToList();
            // What stands right below the one just read goes first: a column is read to its end.
            var next = free.Count == 0 ? left[0]
                : last >= 0 && free.Where(index => Overlap(boxes[last], boxes[index])).ToList() is [var below, ..] ? below
                : free[0];
            order.Add(blocks[next]);
            left.Remove(next);
            last = next;
        }

        return order;
    }

    private static bool IsBefore(int one, int other, List<Box> boxes)
    {
        var (a, b) = (boxes[one], boxes[other]);
        if (Overlap(a, b))
        {
            return Centre(a) < Centre(b);
        }

        if (a.X + (a.Width / 2) > b.X + (b.Width / 2))
        {
            return a.Bottom <= b.Y && !HasColumnBeside(b, a, boxes);
        }

        if (b.Bottom <= a.Y && !HasColumnBeside(a, b, boxes))
        {
            return false;
        }

        var (top, bottom) = (Math.Min(a.Bottom, b.Bottom), Math.Max(a.Y, b.Y));
        return !boxes.Where((c, index) => index != one && index != other
            && Overlap(c, a) && Overlap(c, b) && Centre(c) > top && Centre(c) < bottom).Any();
    }

    /// <summary>
    /// Whether the column of the lower, left one reaches up beside the upper, right one. Where it does not, the upper
    /// one is a title in the middle or at the right, and no column to be read after the left one.
    /// </summary>
    private static bool HasColumnBeside(Box lower, Box upper, List<Box> boxes) =>
        boxes.Any(box => box != upper && Overlap(box, lower) && !Overlap(box, upper) && PrintLine.SharedHeight(box, upper) > 0);

    private static int Centre(Box box) => box.Y + (box.Height / 2);

    private static bool Overlap(Box one, Box other) =>
        PrintLine.SharedWidth(one, other) > LeastShared * Math.Min(one.Width, other.Width);
}
