namespace Digitize.Imaging;

/// <summary>The box around pixels of ink that touch each other, corners included.</summary>
/// <param name="Area">Pixels of ink.</param>
internal readonly record struct InkComponent(int Left, int Top, int Right, int Bottom, int Area)
{
    /// <summary>The longer side of the box, in pixels.</summary>
    public int Longest => Math.Max(Right - Left, Bottom - Top);

    public int Shortest => Math.Min(Right - Left, Bottom - Top);

    public InkComponent With(in InkComponent other) => new(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top),
        Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom), Area + other.Area);
}

/// <summary>Pieces of ink that hang together: runs of each row, joined where they touch those of the row above.</summary>
internal sealed class InkComponents
{
    private readonly int _width;
    private readonly int[] _runOf;
    private readonly List<int> _parent = [];
    private readonly List<InkComponent> _boxes = [];

    private InkComponents(int width, int height) => (_width, _runOf) = (width, new int[width * height]);

    /// <summary>Numbers of pieces are below this; not every number is one.</summary>
    public int Count => _boxes.Count;

    /// <summary>The number of each piece and its box.</summary>
    public IEnumerable<(int Number, InkComponent Box)> All =>
        _boxes.Select((box, i) => (i, box)).Where(piece => _parent[piece.i] == piece.i);

    /// <summary>The number of the piece that an ink pixel belongs to.</summary>
    public int NumberAt(int pixel) => _parent[_runOf[pixel] - 1];

    public static InkComponents Of(InkMap map)
    {
        var found = new InkComponents(map.Width, map.Height);
        for (var y = 0; y < map.Height; y++)
        {
            var row = map.Contrast.Slice(y * map.Width, map.Width);
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x] < InkMap.WeakestContrast)
                {
                    continue;
                }

                var start = x;
                while (x < row.Length && row[x] >= InkMap.WeakestContrast)
                {
                    x++;
                }

                found.Add(start, x, y);
            }
        }

        // A parent is always older than its child, so one pass from the oldest makes all trees flat.
        for (var i = 0; i < found._parent.Count; i++)
        {
            found._parent[i] = found._parent[found._parent[i]];
        }

        return found;
    }

    private void Add(int start, int end, int y)
    {
        var own = _parent.Count;
        _parent.Add(own);
        _boxes.Add(new(start, y, end, y + 1, end - start));
        if (y > 0)
        {
            var last = 0;
            foreach (var run in _runOf.AsSpan((y - 1) * _width)[Math.Max(0, start - 1)..Math.Min(_width, end + 1)])
            {
                if (run > 0 && run != last)
                {
                    own = Join(own, Root(run - 1));
                    last = run;
                }
            }
        }

        _runOf.AsSpan(y * _width + start, end - start).Fill(own + 1);
    }

    private int Root(int i)
    {
        while (_parent[i] != i)
        {
            i = _parent[i] = _parent[_parent[i]];
        }

        return i;
    }

    private int Join(int one, int other)
    {
        if (one == other)
        {
            return one;
        }

        var (older, younger) = one < other ? (one, other) : (other, one);
        _parent[younger] = older;
        _boxes[older] = _boxes[older].With(_boxes[younger]);
        return older;
    }
}
