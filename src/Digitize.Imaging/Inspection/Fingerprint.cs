using System.Buffers.Binary;
using System.Numerics;

namespace Digitize.Imaging.Inspection;

/// <summary>
/// A page's looks in a few bits, so that a page scanned twice is found without comparing pixels: a grid over the sheet,
/// each bit telling whether its cell has more ink than those around it. Pages of one book share their layout, so the
/// cells are as small as a character.
/// </summary>
public static class Fingerprint
{
    /// <summary>Bits across and down; as hex 1,024 characters.</summary>
    private const int Edge = 64;

    // Cells that a sheet laid down again may have moved by, some 3 % of it. Parts of the grid moved each for itself
    // would follow a turned page better, and let the frames of two pages of one book agree as well.
    private const int Reach = 2;
    private const int Around = 4;

    /// <summary>Distance below which two neighbours of a batch are one page scanned twice.</summary>
    public const double SamePage = 0.4;

    /// <summary>Share of the inked cells in which two pages differ, 0 same to 1.</summary>
    /// <param name="one">Lower-case hex, as inspect stores it.</param>
    /// <param name="other">Likewise.</param>
    /// <exception cref="FormatException">Not hex, or not of this length.</exception>
    public static double Distance(string one, string other)
    {
        var (first, second) = (Read(one), Read(other));
        var least = 1.0;
        for (var dy = -Reach; dy <= Reach; dy++)
        {
            for (var dx = -Reach; dx <= Reach; dx++)
            {
                least = Math.Min(least, Compare(first, second, dx, dy));
            }
        }

        return least;
    }

    /// <param name="ink">Of the whole image.</param>
    /// <param name="sheet">Null when the sheet is not told from the bed; then the grid lies over the image.</param>
    internal static string Of(InkMap ink, Sheet? sheet)
    {
        var density = Densities(ink, sheet);
        var bits = new byte[Edge * Edge / 8];
        for (var y = 0; y < Edge; y++)
        {
            for (var x = 0; x < Edge; x++)
            {
                var bit = y * Edge + x;
                bits[bit / 8] |= (byte)(density[bit] > 0.02 && density[bit] > MeanAround(density, x, y) ? 1 << (bit % 8) : 0);
            }
        }

        return Convert.ToHexStringLower(bits);
    }

    private static double[] Densities(InkMap ink, Sheet? sheet)
    {
        var (left, top, right, bottom) = sheet?.Bounds ?? (0, 0, 1, 1);
        double Place(int index, double from, double to, int pixels) => (from + index * (to - from) / Edge) * pixels;
        var density = new double[Edge * Edge];
        for (var y = 0; y < Edge; y++)
        {
            var (y0, y1) = ((int)Place(y, top, bottom, ink.Height), (int)Place(y + 1, top, bottom, ink.Height));
            for (var x = 0; x < Edge; x++)
            {
                var (x0, x1) = ((int)Place(x, left, right, ink.Width), (int)Place(x + 1, left, right, ink.Width));
                int count = 0, all = 0;
                for (var py = y0; py < y1; py++)
                {
                    for (var px = x0; px < x1; px++, all++)
                    {
                        count += ink[px, py] ? 1 : 0;
                    }
                }

                density[y * Edge + x] = all == 0 ? 0 : (double)count / all;
            }
        }

        return density;
    }

    private static double MeanAround(double[] density, int x, int y)
    {
        double sum = 0;
        var count = 0;
        for (var ny = Math.Max(0, y - Around); ny <= Math.Min(Edge - 1, y + Around); ny++)
        {
            for (var nx = Math.Max(0, x - Around); nx <= Math.Min(Edge - 1, x + Around); nx++, count++)
            {
                sum += density[ny * Edge + nx];
            }
        }

        return sum / count;
    }

    private static double Compare(ulong[] first, ulong[] second, int dx, int dy)
    {
        int differ = 0, any = 0;
        for (var y = 0; y < Edge; y++)
        {
            var row = y + dy is >= 0 and < Edge ? second[y + dy] : 0;
            var moved = dx < 0 ? row << -dx : row >> dx;
            differ += BitOperations.PopCount(first[y] ^ moved);
            any += BitOperations.PopCount(first[y] | moved);
        }

        return any == 0 ? 0 : (double)differ / any;
    }

    /// <summary>A row of the grid each, its first cell in the lowest bit.</summary>
    private static ulong[] Read(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        var bytes = Convert.FromHexString(hex);
        return bytes.Length == Edge * Edge / 8
            ? [.. Enumerable.Range(0, Edge).Select(y => BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(y * 8)))]
            : throw new FormatException($"A fingerprint has {Edge * Edge / 4} hex digits.");
    }
}
