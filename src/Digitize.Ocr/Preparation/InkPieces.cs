namespace Digitize.Ocr.Preparation;

/// <summary>Ink that hangs together.</summary>
/// <param name="Width">Of its box, pixels.</param>
/// <param name="Height">Of its box, pixels.</param>
/// <param name="Pixels">Of ink.</param>
internal readonly record struct InkPiece(int Width, int Height, int Pixels);

/// <summary>
/// The connected pieces of ink, corners touching included: level runs joined with those they touch in the row above
/// by union-find.
/// </summary>
internal sealed class InkPieces
{
    private readonly List<int> _parents = [];

    private readonly List<Extent> _extents = [];

    /// <param name="lightest">Ink is darker than this.</param>
    internal static IEnumerable<InkPiece> Of(GreyPage page, int lightest)
    {
        var pieces = new InkPieces();
        pieces.Collect(page, lightest);
        return pieces.Roots();
    }

    private void Collect(GreyPage page, int lightest)
    {
        var (above, current) = (new List<Run>(), new List<Run>());
        for (var y = 0; y < page.Height; y++)
        {
            var row = page.Pixels.AsSpan(y * page.Width, page.Width);
            var start = -1;
            for (var x = 0; x <= row.Length; x++)
            {
                var isInk = x < row.Length && row[x] < lightest;
                if (isInk && start < 0)
                {
                    start = x;
                }
                else if (!isInk && start >= 0)
                {
                    current.Add(new Run(start, x, Add(new Extent(start, x, y, y + 1, x - start))));
                    start = -1;
                }
            }

            Join(above, current);
            (above, current) = (current, above);
            current.Clear();
        }
    }

    private int Add(Extent extent)
    {
        _parents.Add(_parents.Count);
        _extents.Add(extent);
        return _parents.Count - 1;
    }

    private void Join(List<Run> above, List<Run> current)
    {
        var (i, j) = (0, 0);
        while (i < above.Count && j < current.Count)
        {
            if (above[i].Start <= current[j].End && current[j].Start <= above[i].End)
            {
                Join(above[i].Piece, current[j].Piece);
            }

            _ = above[i].End < current[j].End ? i++ : j++;
        }
    }

    private void Join(int one, int other)
    {
        var (root, child) = (Root(one), Root(other));
        if (root != child)
        {
            _parents[child] = root;
            _extents[root] = _extents[root].With(_extents[child]);
        }
    }

    private int Root(int piece)
    {
        while (_parents[piece] != piece)
        {
            // Each step halves the way of the next search.
            piece = _parents[piece] = _parents[_parents[piece]];
        }

        return piece;
    }

    private IEnumerable<InkPiece> Roots()
    {
        for (var piece = 0; piece < _parents.Count; piece++)
        {
            if (_parents[piece] == piece)
            {
                var extent = _extents[piece];
                yield return new InkPiece(extent.Right - extent.Left, extent.Bottom - extent.Top, extent.Pixels);
            }
        }
    }

    private readonly record struct Run(int Start, int End, int Piece);

    private readonly record struct Extent(int Left, int Right, int Top, int Bottom, int Pixels)
    {
        internal Extent With(Extent other) => new(
            Math.Min(Left, other.Left), Math.Max(Right, other.Right), Math.Min(Top, other.Top),
            Math.Max(Bottom, other.Bottom), Pixels + other.Pixels);
    }
}
