using System.Collections;

namespace Digitize.Imaging.Crop;

/// <summary>One connected piece of what is not bed.</summary>
internal sealed record PaperPiece(int Pixels, PixelRegion Box);

/// <summary>What the bed leaves over, in connected pieces.</summary>
internal sealed class PaperPieces : IEnumerable<PaperPiece>
{
    private readonly PaperPiece?[] _at;
    private readonly List<PaperPiece> _pieces = [];
    private readonly int _width;

    private PaperPieces(PaperMask mask)
    {
        _width = mask.Width;
        _at = new PaperPiece?[mask.Width * mask.Height];
        Speck = _at.Length / 2000 + 4;
    }

    /// <summary>Pieces with fewer pixels are dust on the bed.</summary>
    public int Speck { get; }

    public PaperPiece? Largest => _pieces.MaxBy(piece => piece.Pixels);

    public static PaperPieces Of(PaperMask mask)
    {
        var pieces = new PaperPieces(mask);
        var seen = new bool[pieces._at.Length];
        for (var i = 0; i < seen.Length; i++)
        {
            if (!seen[i] && !mask.IsBed(i))
            {
                pieces.Add(mask, seen, i);
            }
        }

        return pieces;
    }

    /// <summary>Null where there is bed.</summary>
    public PaperPiece? At(int x, int y) => _at[y * _width + x];

    /// <param name="at">Row by row.</param>
    public PaperPiece? At(int at) => _at[at];

    public IEnumerator<PaperPiece> GetEnumerator() => _pieces.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(PaperMask mask, bool[] seen, int start)
    {
        var members = new List<int> { start };
        int left = int.MaxValue, top = int.MaxValue, right = 0, bottom = 0;
        seen[start] = true;
        for (var next = 0; next < members.Count; next++)
        {
            var i = members[next];
            var (y, x) = Math.DivRem(i, _width);
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
            Visit(x > 0, i - 1);
            Visit(x < _width - 1, i + 1);
            Visit(y > 0, i - _width);
            Visit(y < mask.Height - 1, i + _width);
        }

        var piece = new PaperPiece(members.Count, new(left, top, right - left + 1, bottom - top + 1));
        _pieces.Add(piece);
        foreach (var i in members)
        {
            _at[i] = piece;
        }

        void Visit(bool isInside, int at)
        {
            if (isInside && !seen[at] && !mask.IsBed(at))
            {
                seen[at] = true;
                members.Add(at);
            }
        }
    }
}
