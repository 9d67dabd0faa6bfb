namespace Digitize.Ocr.Columns;

/// <summary>Pixels of ink that touch each other, corners included: each piece's box and how many pixels it has.</summary>
internal sealed class InkPieces
{
    private readonly int[] _piece;
    private readonly int _width;

    private InkPieces(int width, int[] piece, List<InkPiece> all) => (_width, _piece, All) = (width, piece, all);

    internal List<InkPiece> All { get; }

    /// <summary>Index of the piece that a pixel belongs to; -1 for paper.</summary>
    internal int At(int x, int y) => _piece[(y * _width) + x];

    internal static InkPieces Of(PageInk ink)
    {
        var piece = new int[ink.Width * ink.Height];
        Array.Fill(piece, -1);
        var all = new List<InkPiece>();
        var open = new Stack<int>();
        for (var start = 0; start < piece.Length; start++)
        {
            if (piece[start] >= 0 || !ink[start % ink.Width, start / ink.Width])
            {
                continue;
            }

            piece[start] = all.Count;
            open.Push(start);
            all.Add(Grown(ink, piece, open, all.Count));
        }

        return new InkPieces(ink.Width, piece, all);
    }

    private static InkPiece Grown(PageInk ink, int[] piece, Stack<int> open, int number)
    {
        var (left, top, right, bottom, area) = (int.MaxValue, int.MaxValue, -1, -1, 0);
        while (open.TryPop(out var at))
        {
            var (x, y) = (at % ink.Width, at / ink.Width);
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
            area++;
            for (var ny = Math.Max(0, y - 1); ny <= Math.Min(ink.Height - 1, y + 1); ny++)
            {
                for (var nx = Math.Max(0, x - 1); nx <= Math.Min(ink.Width - 1, x + 1); nx++)
                {
                    var next = (ny * ink.Width) + nx;
                    if (piece[next] < 0 && ink[nx, ny])
                    {
                        piece[next] = number;
                        open.Push(next);
                    }
                }
            }
        }

        return new InkPiece(left, top, right + 1, bottom + 1, area);
    }
}

/// <param name="Right">Exclusive, as is <paramref name="Bottom"/>.</param>
/// <param name="Area">Pixels of ink.</param>
internal readonly record struct InkPiece(int Left, int Top, int Right, int Bottom, int Area)
{
    internal int Width => Right - Left;

    internal int Height => Bottom - Top;

    internal int Longest => Math.Max(Width, Height);
}
