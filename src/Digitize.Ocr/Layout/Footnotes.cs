using System.Text.RegularExpressions;
using Digitize.Core.Text;

namespace Digitize.Ocr.Layout;

/// <summary>
/// Notes at the foot of a column: its last lines, set smaller than those above, after a gap or beginning with a mark.
/// </summary>
internal static partial class Footnotes
{
    /// <summary>Size of the letters to those above.</summary>
    private const double Smaller = 0.9;

    /// <summary>The same to the usual size of the page, which notes may have a part in.</summary>
    private const double Below = 0.95;

    /// <summary>The same for a block that nothing but its size tells from the text.</summary>
    private const double MuchSmaller = 0.87;

    /// <summary>Steps from line to line to those above; set solid where the text is leaded.</summary>
    private const double Tighter = 0.93;

    /// <summary>In steps of the lines above.</summary>
    private const double Gap = 1.15;

    private const int LeastBody = 2;

    /// <summary>Cuts the notes off at the foot of each block of text, and marks blocks that are notes throughout.</summary>
    internal static List<PrintBlock> Cut(List<PrintBlock> blocks, PageMeasure measure)
    {
        var cut = blocks.SelectMany(block => block.Kind == RegionKind.Body ? Cut(block, measure) : [block]).ToList();
        return [.. cut.Select(block =>
            block.Kind == RegionKind.Body && IsNote(block, cut, measure) ? block with { Kind = RegionKind.Note } : block)];
    }

    private static IEnumerable<PrintBlock> Cut(PrintBlock block, PageMeasure measure)
    {
        var lines = block.Lines;
        var best = (At: 0, Ratio: Smaller);
        for (var at = LeastBody; at < lines.Count; at++)
        {
            var ratio = Ratio(lines, at);
            // Text under a large title is smaller than it too.
            if (ratio < best.Ratio && lines.Skip(at).Average(line => line.Size) < Below * measure.Size
                && (StepBefore(lines, at) > Gap * Step(lines.Take(at)) || Mark().IsMatch(lines[at].Text)))
            {
                best = (at, ratio);
            }
        }

        return best.At == 0
            ? [block]
            : [new PrintBlock(block.Kind, [.. lines.Take(best.At)]), new PrintBlock(RegionKind.Note, [.. lines.Skip(best.At)])];
    }

    private static double Ratio(IReadOnlyList<PrintLine> lines, int at) =>
        lines.Skip(at).Average(line => line.Size) / lines.Take(at).Average(line => line.Size);

    /// <summary>Small, and nothing but notes below it.</summary>
    private static bool IsNote(PrintBlock block, List<PrintBlock> all, PageMeasure measure)
    {
        var above = all.Where(other => !ReferenceEquals(other, block) && other.Kind == RegionKind.Body
            && other.Box.Bottom <= block.Box.Y + (block.Size / 2) && PrintLine.SharedWidth(other.Box, block.Box) > 0).ToList();
        var below = all.Any(other => !ReferenceEquals(other, block) && other.Kind is RegionKind.Body or RegionKind.Table
            && other.Box.Y >= block.Box.Bottom - (block.Size / 2) && PrintLine.SharedWidth(other.Box, block.Box) > 0
            && (other.Kind == RegionKind.Table || other.Size > Smaller * measure.Size));
        var isSmall = block.Size < MuchSmaller * measure.Size && block.Advance < MuchSmaller * measure.Advance
            && (block.Lines.Count < 2 || Step(block.Lines) < Tighter * measure.Leading);
        var isMarked = Mark().IsMatch(block.Lines[0].Text) && block.Size < 0.95 * measure.Size;
        return !below && above.Count > 0 && (isSmall || isMarked);
    }

    private static double StepBefore(IReadOnlyList<PrintLine> lines, int at) => lines[at].Middle - lines[at - 1].Middle;

    private static double Step(IEnumerable<PrintLine> lines)
    {
        var middles = lines.Select(line => line.Middle).ToList();
        return PrintBlock.Median(middles.Zip(middles.Skip(1), (upper, lower) => (double)(lower - upper)));
    }

    /// <summary><c>1 </c>, <c>(2)</c>, <c>[3]</c>, <c>4.</c>, asterisks and daggers.</summary>
    [GeneratedRegex(@"^\s*(\(\s*([0-9]{1,2}|[a-z*])\s*\)|\[[0-9]{1,2}\]|[0-9]{1,2}[.)\]]?\s|[*†‡¹²³⁴⁵⁶⁷⁸⁹])", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
