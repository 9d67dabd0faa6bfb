using Digitize.Core.Text;

namespace Digitize.Ocr.Columns;

/// <summary>The ink of one place: for each row, whether a pixel belongs to it. In upright pixels.</summary>
internal sealed class ColumnBand
{
    private readonly bool[] _ink;
    private readonly int _left;

    private ColumnBand(Place place, int left, int width, bool[] ink, Box box) =>
        (Place, _left, Width, _ink, Ink) = (place, left, width, ink, box);

    internal Place Place { get; }

    /// <summary>Wider than the place by a little on both sides.</summary>
    internal int Width { get; }

    /// <summary>From the page's first row to its last.</summary>
    internal int Height => _ink.Length / Width;

    /// <summary>The box of its writing, without single specks far away; empty when there is none.</summary>
    internal Box Ink { get; }

    internal bool IsEmpty => Ink.Width == 0;

    /// <summary>Upright x of the band's first pixel.</summary>
    internal int Left => _left;

    internal bool this[int x, int y] => _ink[(y * Width) + x];

    internal static ColumnBand Of(PageInk page, InkOwners owners, short number, Place place, double pitch, (int Top, int Bottom) frame)
    {
        var margin = (int)Math.Ceiling(pitch * 0.2);
        var left = Math.Max(0, place.Left - margin);
        var width = Math.Max(1, Math.Min(page.Width, place.Right + margin) - left);
        var ink = new bool[width * page.Height];
        for (var y = 0; y < page.Height; y++)
        {
            for (var x = 0; x < width && left + x < page.Width; x++)
            {
                ink[(y * width) + x] = owners.At(left + x, y) == number;
            }
        }

        var band = new ColumnBand(place, left, width, ink, default);
        return new ColumnBand(place, left, width, ink, band.Writing(pitch, frame));
    }

    /// <summary>The box of the ink between two rows of the band, in upright pixels of the page.</summary>
    internal Box BoxOf(int top, int bottom, int from, int to)
    {
        var (left, right, first, last) = (int.MaxValue, -1, int.MaxValue, -1);
        for (var y = top; y < bottom; y++)
        {
            for (var x = from; x < to; x++)
            {
                if (this[x, y])
                {
                    (left, right) = (Math.Min(left, x), Math.Max(right, x));
                    (first, last) = (Math.Min(first, y), Math.Max(last, y));
                }
            }
        }

        return right < 0 ? default : new Box(_left + left, first, right - left + 1, last - first + 1);
    }

    /// <summary>
    /// Groups of inked rows that are writing. Outside the frame stand characters raised above it (抬頭) and nothing else.
    /// </summary>
    private Box Writing(double pitch, (int Top, int Bottom) frame)
    {
        var groups = Groups((int)(pitch * 0.2)).Where(group => IsWriting(group, pitch)).ToList();
        groups.RemoveAll(group => group.Top >= frame.Bottom - (pitch * 0.1));
        var inside = groups.FindIndex(group => group.Bottom > frame.Top + (pitch * 0.3));
        if (inside < 0)
        {
            return default;
        }

        var first = inside;
        while (first > 0 && groups[first].Top - groups[first - 1].Bottom < pitch * 0.8)
        {
            first--;
        }

        // Where nothing is as wide as half a character there is none.
        var all = BoxOf(groups[first].Top, groups[^1].Bottom, 0, Width);
        return all.Width < pitch * 0.32 ? default : all;
    }

    /// <summary>Runs of rows with ink, joined over gaps up to <paramref name="gap"/>.</summary>
    internal List<(int Top, int Bottom)> Groups(int gap)
    {
        var groups = new List<(int Top, int Bottom)>();
        for (var y = 0; y < Height; y++)
        {
            if (!_ink.AsSpan(y * Width, Width).Contains(true))
            {
                continue;
            }

            if (groups.Count > 0 && y - groups[^1].Bottom <= gap)
            {
                groups[^1] = (groups[^1].Top, y + 1);
            }
            else
            {
                groups.Add((y, y + 1));
            }
        }

        return groups;
    }

    /// <summary>How many groups of inked rows a part has.</summary>
    internal int RowsOfInk(int top, int bottom, int from, int to)
    {
        var (groups, inside) = (0, false);
        for (var y = top; y < bottom; y++)
        {
            var inked = _ink.AsSpan((y * Width) + from, to - from).Contains(true);
            groups += inked && !inside ? 1 : 0;
            inside = inked;
        }

        return groups;
    }

    private bool IsWriting((int Top, int Bottom) group, double pitch)
    {
        var box = BoxOf(group.Top, group.Bottom, 0, Width);
        var ink = _ink.AsSpan(group.Top * Width, (group.Bottom - group.Top) * Width).Count(true);
        return Math.Max(box.Width, box.Height) > pitch * 0.22 && Math.Min(box.Width, box.Height) > 2
            && ink > pitch * pitch * 0.01
            // A sliver of a rule is high and narrow; the narrowest characters are 一 and 丨.
            && !(box.Width < pitch * 0.12 && box.Height > box.Width * 3);
    }
}
