using Digitize.Core.Text;
using Digitize.Ocr.Columns;

namespace Digitize.Ocr.Scripts;

/// <summary>Parts of a page between bands of white, cut along the widest white first.</summary>
internal static class InkParts
{
    /// <summary>From top to bottom and left to right of each cut, tight around their ink.</summary>
    internal static IEnumerable<Box> Of(PageInk ink, int narrowest) =>
        Cut(ink, new Box(0, 0, ink.Width, ink.Height), narrowest);

    private static IEnumerable<Box> Cut(PageInk ink, Box box, int narrowest)
    {
        var (rows, columns) = Profiles(ink, box);
        var (top, bottom) = (Array.FindIndex(rows, count => count > 0), Array.FindLastIndex(rows, count => count > 0));
        if (top < 0)
        {
            return [];
        }

        var (left, right) = (Array.FindIndex(columns, count => count > 0), Array.FindLastIndex(columns, count => count > 0));
        var tight = new Box(box.X + left, box.Y + top, right - left + 1, bottom - top + 1);
        var (rowAt, rowWhite) = Widest(rows.AsSpan(top, tight.Height));
        var (columnAt, columnWhite) = Widest(columns.AsSpan(left, tight.Width));
        if (Math.Max(rowWhite, columnWhite) < narrowest)
        {
            return [tight];
        }

        var (first, second) = rowWhite >= columnWhite
            ? (tight with { Height = rowAt }, tight with { Y = tight.Y + rowAt, Height = tight.Height - rowAt })
            : (tight with { Width = columnAt }, tight with { X = tight.X + columnAt, Width = tight.Width - columnAt });
        return Cut(ink, first, narrowest).Concat(Cut(ink, second, narrowest));
    }

    private static (int[] Rows, int[] Columns) Profiles(PageInk ink, Box box)
    {
        var (rows, columns) = (new int[box.Height], new int[box.Width]);
        for (var y = 0; y < box.Height; y++)
        {
            var row = ink.Row(box.Y + y).Slice(box.X, box.Width);
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x])
                {
                    rows[y]++;
                    columns[x]++;
                }
            }
        }

        return (rows, columns);
    }

    /// <summary>Middle and width of the widest white.</summary>
    private static (int At, int White) Widest(ReadOnlySpan<int> profile)
    {
        var (at, widest, start) = (0, 0, 0);
        for (var i = 0; i < profile.Length; i++)
        {
            if (profile[i] == 0)
            {
                continue;
            }

            if (i - start > widest)
            {
                (at, widest) = ((start + i) / 2, i - start);
            }

            start = i + 1;
        }

        return (at, widest);
    }
}
