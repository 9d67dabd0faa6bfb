using Digitize.Core.Text;

namespace Digitize.Ocr.Layout;

/// <summary>
/// Tables: at least three rows, one under the other, of short pieces of text that stand in the same columns. Columns of
/// a newspaper also stand side by side, but fill their width; so do the halves of verse, with more words.
/// </summary>
internal static class TableFinder
{
    private const int LeastRows = 3;

    /// <summary>Width of a cell to the distance from its column's edge to the next column's.</summary>
    private const double LargestFill = 0.8;

    private const int MostWords = 4;

    /// <summary>In leadings, from row to row.</summary>
    private const double LongestStep = 2.2;

    internal static (List<PrintBlock> Tables, List<PrintLine> Text) Take(IReadOnlyList<PrintLine> lines, PageMeasure measure)
    {
        var tables = new List<PrintBlock>();
        var run = new List<List<PrintLine>>();
        foreach (var row in PageEdges.Rows(lines))
        {
            if (run.Count > 0 && !(Continues(run, row, measure)))
            {
                Close(run, tables, measure);
                run = [];
            }

            if (row.Count > 1 || run.Count > 0)
            {
                run.Add(row);
            }
        }

        Close(run, tables, measure);
        var taken = new HashSet<PrintLine>(tables.SelectMany(table => table.Lines), ReferenceEqualityComparer.Instance);
        return (tables, [.. lines.Where(line => !taken.Contains(line))]);
    }

    private static bool Continues(List<List<PrintLine>> run, List<PrintLine> row, PageMeasure measure)
    {
        var last = run[^1];
        return row.Count > 1
            && row.Min(line => line.Middle) - last.Min(line => line.Middle) < LongestStep * measure.Leading
            && row.Count(cell => run.SelectMany(other => other).Any(other => Aligned(cell, other, measure))) * 2 > row.Count;
    }

    /// <summary>By the left edge, the right one, or the middle.</summary>
    private static bool Aligned(PrintLine one, PrintLine other, PageMeasure measure)
    {
        var near = 0.6 * measure.Size;
        return Math.Abs(one.Box.X - other.Box.X) < near || Math.Abs(one.Box.Right - other.Box.Right) < near
            || Math.Abs(one.Box.X + one.Box.Right - other.Box.X - other.Box.Right) < 2 * near;
    }

    private static void Close(List<List<PrintLine>> run, List<PrintBlock> tables, PageMeasure measure)
    {
        if (run.Count < LeastRows)
        {
            return;
        }

        var cells = run.SelectMany(row => row).ToList();
        var starts = Starts(cells, measure);
        var right = cells.Max(cell => cell.Box.Right);
        var fills = cells.Select(cell =>
        {
            var end = starts.Where(start => start > cell.Box.X + (measure.Size / 2)).DefaultIfEmpty(right + (int)measure.Size).Min();
            return (double)cell.Box.Width / Math.Max(1, end - cell.Box.X);
        });
        var words = PrintBlock.Median(cells.Select(cell => (double)cell.Line.Words.Count));
        if (starts.Count > 1 && words <= MostWords && (PrintBlock.Median(fills) < LargestFill || words <= 2))
        {
            tables.Add(new PrintBlock(RegionKind.Table, cells));
        }
    }

    /// <summary>Left edges that several cells share, from the left.</summary>
    private static List<int> Starts(List<PrintLine> cells, PageMeasure measure)
    {
        var starts = new List<int>();
        foreach (var x in cells.Select(cell => cell.Box.X).Order())
        {
            if (starts.Count == 0 || x - starts[^1] > 2 * measure.Size)
            {
                starts.Add(x);
            }
        }

        return starts;
    }
}
