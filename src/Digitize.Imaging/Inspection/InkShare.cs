namespace Digitize.Imaging.Inspection;

/// <summary>How much of a page is ink, inside the margin.</summary>
public static class InkShare
{
    /// <summary>On a page of 1,500 by 1,000 pixels some 600: a page number and no more.</summary>
    public const double OfBlank = 0.0004;

    // A page's edge, a book's gutter or a scanner's shadow stand in the margin.
    private const double MarginShare = 0.03;

    internal static double Of(InkMap map)
    {
        var (marginX, marginY) = ((int)(map.Width * MarginShare), (int)(map.Height * MarginShare));
        long ink = 0, all = 0;
        for (var y = marginY; y < map.Height - marginY; y++)
        {
            for (var x = marginX; x < map.Width - marginX; x++)
            {
                all++;
                ink += map[x, y] && HasInkBeside(map, x, y) ? 1 : 0;
            }
        }

        return all == 0 ? 0 : (double)ink / all;
    }

    // A lone pixel is dust; a stroke goes on to both sides.
    private static bool HasInkBeside(InkMap map, int x, int y)
    {
        var beside = 0;
        for (var dy = -1; dy <= 1; dy++)
        {
            for (var dx = -1; dx <= 1; dx++)
            {
                var (nextX, nextY) = (x + dx, y + dy);
                beside += (dx, dy) != (0, 0) && nextX >= 0 && nextX < map.Width && nextY >= 0 && nextY < map.Height
                    && map[nextX, nextY] ? 1 : 0;
            }
        }

        return beside >= 2;
    }
}
