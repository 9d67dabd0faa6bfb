namespace Digitize.Imaging.Deskew;

/// <summary>
/// Squares cut out around pieces of writing, turned straight and brought to one size of letter;
/// <c>training/orientation/patches.py</c> does the same in Python, and what one does the other must do.
/// </summary>
internal static class OrientationPatches
{
    public const int Edge = 64;

    // Twice this length of the usual piece of ink is halved before cutting, or thin strokes would be lost.
    private const float TextPixels = 14;
    private const int Most = 100;
    private const int Fewest = 3;
    private const int ShortestPiece = 3;
    private const int SmallestArea = 6;
    private const int LongestPieceShare = 12;
    private const float StrongestContrast = 1.5f;
    private const int Seed = 1945;

    /// <param name="degrees">How far lines rise.</param>
    /// <returns>Patches one after another, ink from 0 to 1; empty when there is too little writing.</returns>
    public static float[] Of(Writing writing, double degrees)
    {
        var map = writing.Map;
        var longest = Math.Max(map.Width, map.Height) / LongestPieceShare;
        var pieces = writing.Components.All.Select(piece => piece.Box)
            .Where(box => box.Longest >= ShortestPiece && box.Longest <= longest && box.Area >= SmallestArea)
            .ToList();
        if (pieces.Count < Fewest)
        {
            return [];
        }

        var (size, scale) = ((float)UsualLength(pieces), 1f);
        var plane = new Plane(map.Width, map.Height, Strength(map));
        while (size >= 2 * TextPixels)
        {
            (plane, size, scale) = (plane.Halved(), size / 2, scale / 2);
        }

        var chosen = Chosen(pieces);
        var patches = new float[chosen.Count * Edge * Edge];
        for (var i = 0; i < chosen.Count; i++)
        {
            var middle = ((chosen[i].Left + chosen[i].Right) / 2f * scale, (chosen[i].Top + chosen[i].Bottom) / 2f * scale);
            plane.Cut(patches.AsSpan(i * Edge * Edge, Edge * Edge), middle, size / TextPixels, degrees);
        }

        return patches;
    }

    /// <summary>Contrast as a share of the page's usual ink, so that pale pages look like others.</summary>
    private static float[] Strength(InkMap map)
    {
        var strength = map.Contrast.ToArray();
        var ink = Array.FindAll(strength, contrast => contrast >= InkMap.WeakestContrast);
        Array.Sort(ink);
        var usual = ink[ink.Length / 2];
        for (var i = 0; i < strength.Length; i++)
        {
            strength[i] = Math.Min(strength[i] / usual, StrongestContrast) / StrongestContrast;
        }

        return strength;
    }

    /// <summary>The length that half of all lengths lie in.</summary>
    private static int UsualLength(List<InkComponent> pieces)
    {
        long half = pieces.Sum(piece => (long)piece.Longest) / 2, passed = 0;
        return pieces.Select(piece => piece.Longest).Order().First(length => (passed += length) >= half);
    }

    /// <summary>By chance, long ones rather than short ones (Efraimidis and Spirakis 2006); always the same of a page.</summary>
    private static List<InkComponent> Chosen(List<InkComponent> pieces)
    {
        var chance = new Random(Seed);
        return [.. pieces.OrderByDescending(piece => Math.Log(1 - chance.NextDouble()) / piece.Longest).Take(Most)];
    }

    private sealed record Plane(int Width, int Height, float[] Values)
    {
        public Plane Halved()
        {
            var half = new Plane(Width / 2, Height / 2, new float[Width / 2 * (Height / 2)]);
            for (var y = 0; y < half.Height; y++)
            {
                for (var x = 0; x < half.Width; x++)
                {
                    var from = 2 * y * Width + 2 * x;
                    half.Values[y * half.Width + x] =
                        (Values[from] + Values[from + 1] + Values[from + Width] + Values[from + Width + 1]) / 4;
                }
            }

            return half;
        }

        public void Cut(Span<float> patch, (float X, float Y) middle, float scale, double degrees)
        {
            var (sin, cos) = MathF.SinCos((float)(degrees * Math.PI / 180));
            for (var v = 0; v < Edge; v++)
            {
                for (var u = 0; u < Edge; u++)
                {
                    var (along, across) = ((u - (Edge - 1) / 2f) * scale, (v - (Edge - 1) / 2f) * scale);
                    patch[v * Edge + u] = Between(middle.X + along * cos + across * sin, middle.Y - along * sin + across * cos);
                }
            }
        }

        // Bilinear; bare outside.
        private float Between(float x, float y)
        {
            var (left, top) = ((int)MathF.Floor(x), (int)MathF.Floor(y));
            if (left < 0 || top < 0 || left + 1 >= Width || top + 1 >= Height)
            {
                return 0;
            }

            var (right, down, at) = (x - left, y - top, top * Width + left);
            return (Values[at] * (1 - right) + Values[at + 1] * right) * (1 - down)
                + (Values[at + Width] * (1 - right) + Values[at + Width + 1] * right) * down;
        }
    }
}
