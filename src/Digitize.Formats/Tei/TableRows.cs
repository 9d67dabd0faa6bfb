using Digitize.Core.Text;

namespace Digitize.Formats.Tei;

/// <summary>The rows of a table: its lines are cells in reading order, and a row ends where the next goes back.</summary>
internal static class TableRows
{
    public static IEnumerable<IReadOnlyList<(int Index, TextLine Line)>> Of(TextRegion table)
    {
        var row = new List<(int Index, TextLine Line)>();
        foreach (var cell in table.Lines.Index())
        {
            if (row.Count > 0 && cell.Item.Box.X < row[^1].Line.Box.Right)
            {
                yield return row;
                row = [];
            }

            row.Add(cell);
        }

        if (row.Count > 0)
        {
            yield return row;
        }
    }
}
