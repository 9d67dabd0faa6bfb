namespace Digitize.Ocr.Columns;

/// <summary>
/// Gives each pixel of ink to the place that its piece stands in, so that a stroke that reaches over an edge stays with its
/// character. Specks, solid stains and punctuation circles belong to no place.
/// </summary>
internal sealed class InkOwners
{
    internal const short Nobody = -1;

    private readonly short[] _owner;
    private readonly int _width;

    private InkOwners(int width, short[] owner, List<InkPiece> marks) => (_width, _owner, Marks) = (width, owner, marks);

    /// <summary>Circles 。○ beside the characters.</summary>
    internal List<InkPiece> Marks { get; }

    internal short At(int x, int y) => _owner[(y * _width) + x];

    internal static InkOwners Of(PageInk ink, IReadOnlyList<Place> places, double pitch)
    {
        var pieces = InkPieces.Of(ink);
        var placeAt = PlaceAt(ink.Width, places);
        var marks = new List<InkPiece>();
        var ways = pieces.All.Select(piece => Way(piece, ink, placeAt, pitch, marks)).ToList();
        var owner = new short[ink.Width * ink.Height];
        Array.Fill(owner, Nobody);
        for (var y = 0; y < ink.Height; y++)
        {
            for (var x = 0; x < ink.Width; x++)
            {
                if (pieces.At(x, y) is >= 0 and var piece)
                {
                    owner[(y * ink.Width) + x] = ways[piece] == Split ? placeAt[x] : ways[piece];
                }
            }
        }

        return new InkOwners(ink.Width, owner, marks);
    }

    private const short Split = -2;

    private static short Way(InkPiece piece, PageInk ink, short[] placeAt, double pitch, List<InkPiece> marks)
    {
        // A speck; a stain, solid and wider than a character.
        if (piece.Longest <= Math.Max(2, pitch / 16) ||
            (Math.Min(piece.Width, piece.Height) > pitch * 0.9 && piece.Area > 0.7 * piece.Width * piece.Height))
        {
            return Nobody;
        }

        if (IsCircle(piece, ink, pitch))
        {
            marks.Add(piece);
            return Nobody;
        }

        var own = placeAt[Math.Clamp((piece.Left + piece.Right) / 2, 0, placeAt.Length - 1)];
        return Foreign(piece, placeAt, own) > pitch * 0.18 ? Split : own;
    }

    /// <summary>How far the piece reaches into other places.</summary>
    private static int Foreign(InkPiece piece, short[] placeAt, short own)
    {
        var (left, right) = (0, 0);
        for (var x = piece.Left; x < piece.Right && placeAt[x] != own; x++)
        {
            left++;
        }

        for (var x = piece.Right - 1; x >= piece.Left && placeAt[x] != own; x--)
        {
            right++;
        }

        return Math.Max(left, right);
    }

    /// <summary>Small, as high as wide, empty within, without corners, closed all around.</summary>
    private static bool IsCircle(InkPiece piece, PageInk ink, double pitch)
    {
        var (width, height) = (piece.Width, piece.Height);
        if (piece.Longest > pitch * 0.3 || Math.Min(width, height) < Math.Max(6, pitch * 0.08) ||
            Math.Abs(width - height) > Math.Max(1, piece.Longest / 5))
        {
            return false;
        }

        var (cx, cy, hit) = ((piece.Left + piece.Right - 1) / 2.0, (piece.Top + piece.Bottom - 1) / 2.0, 0);
        for (var i = 0; i < 16; i++)
        {
            var (dx, dy) = (Math.Cos(i * Math.PI / 8), Math.Sin(i * Math.PI / 8));
            var ring = false;
            for (var r = 0.6; r <= 1.1 && !ring; r += 0.1)
            {
                ring = At(ink, cx + (dx * r * width / 2), cy + (dy * r * height / 2));
            }

            hit += ring ? 1 : 0;
        }

        var inside = 0;
        foreach (var (dx, dy) in new[] { (0.0, 0.0), (0.2, 0.0), (-0.2, 0.0), (0.0, 0.2), (0.0, -0.2) })
        {
            inside += At(ink, cx + (dx * width), cy + (dy * height)) ? 1 : 0;
        }

        var corners = 0;
        foreach (var (x, y) in new[] { (piece.Left, piece.Top), (piece.Right - 1, piece.Top), (piece.Left, piece.Bottom - 1), (piece.Right - 1, piece.Bottom - 1) })
        {
            corners += ink[x, y] ? 1 : 0;
        }

        return hit >= 15 && inside == 0 && corners == 0;
    }

    private static bool At(PageInk ink, double x, double y)
    {
        var (px, py) = ((int)Math.Round(x), (int)Math.Round(y));
        return px >= 0 && py >= 0 && px < ink.Width && py < ink.Height && ink[px, py];
    }

    private static short[] PlaceAt(int width, IReadOnlyList<Place> places)
    {
        var at = new short[width];
        Array.Fill(at, Nobody);
        for (var i = 0; i < places.Count; i++)
        {
            for (var x = Math.Max(0, places[i].Left); x < Math.Min(width, places[i].Right); x++)
            {
                at[x] = (short)i;
            }
        }

        return at;
    }
}
