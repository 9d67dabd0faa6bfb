using Digitize.Core.Text;

namespace Digitize.Ocr.Columns;

/// <summary>
/// Cuts a column into main text and 雙行夾注: where two narrow columns stand beside each other, a white lane runs down the
/// middle for longer than one character and ink stands on both sides of it.
/// </summary>
internal static class SegmentFinder
{
    /// <summary>The lane's place, in widths of the column's place from its middle; and its least width.</summary>
    private const double LaneReach = 0.14, LaneWidth = 0.035;

    /// <summary>The shortest lane, in pitches: a character as 北 or 川 leaves one too.</summary>
    private const double ShortestLane = 1.0, SureLane = 1.6;

    internal static IEnumerable<(SegmentKind Kind, Box Box)> Of(ColumnBand band, double pitch)
    {
        var (top, bottom) = (band.Ink.Y, band.Ink.Bottom);
        var y = top;
        foreach (var lane in Lanes(band, pitch))
        {
            if (band.BoxOf(y, lane.Top, 0, band.Width) is { Width: > 0 } above)
            {
                yield return (SegmentKind.Main, above);
            }

            if (band.BoxOf(lane.Top, lane.Bottom, lane.X, band.Width) is { Width: > 0 } right)
            {
                yield return (SegmentKind.CommentaryRight, right);
            }

            if (band.BoxOf(lane.Top, lane.Bottom, 0, lane.X) is { Width: > 0 } left)
            {
                yield return (SegmentKind.CommentaryLeft, left);
            }

            y = lane.Bottom;
        }

        if (band.BoxOf(y, bottom, 0, band.Width) is { Width: > 0 } rest)
        {
            yield return (SegmentKind.Main, rest);
        }
    }

    /// <summary>The longest lanes first, none over another; from top to bottom.</summary>
    private static IEnumerable<Lane> Lanes(ColumnBand band, double pitch)
    {
        var all = new List<Lane>();
        var middle = ((band.Place.Left + band.Place.Right) / 2) - band.Left;
        var reach = (int)(pitch * LaneReach);
        var half = Math.Max(1, (int)(pitch * LaneWidth / 2));
        for (var x = middle - reach; x <= middle + reach; x++)
        {
            if (x - half >= 0 && x + half < band.Width)
            {
                all.AddRange(At(band, x, half, pitch));
            }
        }

        var chosen = new List<Lane>();
        foreach (var lane in all.OrderByDescending(lane => lane.Bottom - lane.Top).ThenBy(lane => Math.Abs(lane.X - middle)))
        {
            if (chosen.TrueForAll(other => lane.Bottom <= other.Top || lane.Top >= other.Bottom))
            {
                chosen.Add(lane);
            }
        }

        return Joined([.. chosen.OrderBy(lane => lane.Top)], pitch);
    }

    /// <summary>Where characters of both sides touch, the lane is broken; no character of the main text fits into the break.</summary>
    private static List<Lane> Joined(List<Lane> lanes, double pitch)
    {
        var joined = new List<Lane>();
        foreach (var lane in lanes)
        {
            if (joined.Count > 0 && lane.Top - joined[^1].Bottom < pitch * 0.45)
            {
                joined[^1] = joined[^1] with { Bottom = lane.Bottom };
            }
            else
            {
                joined.Add(lane);
            }
        }

        return joined;
    }

    private static IEnumerable<Lane> At(ColumnBand band, int x, int half, double pitch)
    {
        for (int y = band.Ink.Y, start = y; y <= band.Ink.Bottom; y++)
        {
            if (y < band.Ink.Bottom && !Crossed(band, x, half, y))
            {
                continue;
            }

            if (y - start >= pitch * ShortestLane && Trimmed(band, new Lane(x, start, y), pitch) is { } lane)
            {
                yield return lane;
            }

            start = y + 1;
        }
    }

    private static bool Crossed(ColumnBand band, int x, int half, int y)
    {
        for (var near = x - half; near <= x + half; near++)
        {
            if (band[near, y])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Without the white above and below; null when the sides do not look like columns of their own.</summary>
    private static Lane? Trimmed(ColumnBand band, Lane lane, double pitch)
    {
        var right = band.BoxOf(lane.Top, lane.Bottom, lane.X, band.Width);
        var left = band.BoxOf(lane.Top, lane.Bottom, 0, lane.X);
        if (right.Width < pitch * 0.22 || right.Height < pitch * 0.6)
        {
            return null;
        }

        if (left.Width < pitch * 0.2)
        {
            return null;
        }

        var (top, bottom) = (Math.Min(right.Y, left.Y), Math.Max(right.Bottom, left.Bottom));
        var length = (bottom - top) / pitch;
        var spread = (right.Right - left.X) / pitch;
        var evenness = Math.Min(left.Width, right.Width) / (double)Math.Max(left.Width, right.Width);
        var rows = Math.Min(band.RowsOfInk(top, bottom, 0, lane.X), band.RowsOfInk(top, bottom, lane.X, band.Width)) / length;
        var sure = length > SureLane ? spread > 0.7 && evenness > 0.5 && rows > 0.8 : spread > 0.72 && evenness > 0.7 && rows > 1.3;
        if (length < ShortestLane || !sure)
        {
            return null;
        }

        return new Lane(lane.X, top, bottom);
    }

    /// <param name="X">In pixels of the band.</param>
    private sealed record Lane(int X, int Top, int Bottom);
}
