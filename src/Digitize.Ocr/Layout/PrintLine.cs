using Digitize.Core.Text;

namespace Digitize.Ocr.Layout;

/// <summary>A line of print, or the part of one that lies in one column, with how large its letters are.</summary>
/// <param name="Size">Height from the highest mark to the lowest tail, pixels: the upper quartile over its words.</param>
/// <param name="Advance">Mean width of a letter, pixels. Says the same as the size, but is right for a few words too.</param>
internal sealed record PrintLine(TextLine Line, double Size, double Advance)
{
    internal Box Box => Line.Box;

    internal int Middle => Box.Y + (Box.Height / 2);

    internal string Text => Line.Text;

    internal static PrintLine Of(TextLine line)
    {
        var heights = line.Words.Select(word => word.Box.Height).Order().ToList();
        var letters = line.Words.Sum(word => word.Text.EnumerateRunes().Count());
        return new PrintLine(
            line, Math.Max(1, heights[heights.Count * 3 / 4]), (double)line.Words.Sum(word => word.Box.Width) / Math.Max(1, letters));
    }

    /// <summary>The same line with some of its words only.</summary>
    internal static PrintLine Part(TextLine line, IReadOnlyList<Word> words)
    {
        var box = Box.Around(words.Select(word => word.Box));
        var baseline = line.Baseline.Count < 2
            ? line.Baseline
            : [On(line.Baseline, box.X), On(line.Baseline, box.Right)];
        return Of(line with { Box = box, Baseline = baseline, Words = words });
    }

    /// <summary>On one row: more than half of the lower one's height is shared.</summary>
    internal static bool SameRow(Box one, Box other) =>
        Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Y, other.Y) > Math.Min(one.Height, other.Height) / 2;

    internal static int SharedWidth(Box one, Box other) =>
        Math.Max(0, Math.Min(one.Right, other.Right) - Math.Max(one.X, other.X));

    internal static int SharedHeight(Box one, Box other) =>
        Math.Max(0, Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Y, other.Y));

    private static Point On(IReadOnlyList<Point> baseline, int x)
    {
        var (from, to) = (baseline[0], baseline[^1]);
        return to.X == from.X
            ? new Point(x, from.Y)
            : new Point(x, from.Y + (int)Math.Round((double)(to.Y - from.Y) * (x - from.X) / (to.X - from.X)));
    }
}
