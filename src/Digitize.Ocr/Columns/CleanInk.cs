namespace Digitize.Ocr.Columns;

/// <summary>Takes out of an upright page what is no writing: rules, level lines, specks.</summary>
internal static class CleanInk
{
    /// <summary>Of an upright page; both kinds of rules in its pixels, level ones found on its transpose.</summary>
    internal static PageInk Of(PageInk upright, Rules rules, Rules level)
    {
        var clean = upright.Copy();
        EraseAlong(clean, rules, 0);
        var turned = clean.Transposed();
        EraseAlong(turned, level, level.Lean);
        return turned.Transposed();
    }

    /// <summary>Where a character crosses or touches a rule, the run is longer than the rule is wide and stays.</summary>
    private static void EraseAlong(PageInk ink, Rules rules, double lean)
    {
        foreach (var rule in rules.Found)
        {
            var reach = (rule.Width / 2) + 4;
            for (var y = 0; y < ink.Height; y++)
            {
                var middle = (int)Math.Round(rule.X) + ink.Shift(lean, y);
                EraseRuns(ink, y, middle - reach, middle + reach, rule.Width + 5);
            }
        }
    }

    private static void EraseRuns(PageInk ink, int y, int from, int to, int longest)
    {
        var row = ink.Row(y);
        for (var x = Math.Max(0, from); x <= Math.Min(ink.Width - 1, to); x++)
        {
            if (!row[x])
            {
                continue;
            }

            var (start, end) = (x, x);
            while (start > 0 && row[start - 1])
            {
                start--;
            }

            while (end < ink.Width && row[end])
            {
                end++;
            }

            for (var at = start; end - start <= longest && at < end; at++)
            {
                ink[at, y] = false;
            }

            x = end;
        }
    }

    /// <summary>Shadow and bed along the edges of the scan: what touches them and is too long for a character.</summary>
    internal static void EraseEdges(PageInk ink)
    {
        var pieces = InkPieces.Of(ink);
        var edge = pieces.All.Select(piece =>
            (piece.Left == 0 || piece.Top == 0 || piece.Right == ink.Width || piece.Bottom == ink.Height) &&
            (piece.Width > ink.Width / 5 || piece.Height > ink.Height / 5)).ToArray();
        if (!edge.Contains(true))
        {
            return;
        }

        for (var y = 0; y < ink.Height; y++)
        {
            for (var x = 0; x < ink.Width; x++)
            {
                ink[x, y] = pieces.At(x, y) is >= 0 and var piece && !edge[piece];
            }
        }
    }

    /// <summary>Level runs longer than a character is wide: what is left of frames.</summary>
    internal static void EraseLevelRuns(PageInk ink, int longest)
    {
        for (var y = 0; y < ink.Height; y++)
        {
            var row = ink.Row(y);
            for (int x = 0, start = 0; x <= ink.Width; x++)
            {
                if (x < ink.Width && row[x])
                {
                    continue;
                }

                for (var at = start; x - start > longest && at < x; at++)
                {
                    ink[at, y] = false;
                }

                start = x + 1;
            }
        }
    }
}
