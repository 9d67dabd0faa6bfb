namespace Digitize.Imaging.Jpeg;

/// <summary>
/// One row of units in a tile, as places in its bits. The first unit's means (DC) were told as differences from what
/// stood before them in the tile; they are told anew from what stands before them in the page.
/// </summary>
/// <param name="Start">Bit where the row begins.</param>
/// <param name="End">Bit after the last unit that lies on the page.</param>
/// <param name="Means">Of each component, where its first difference stands and the mean it stands for.</param>
/// <param name="Last">The mean of each component's last block that lies on the page.</param>
internal sealed record TileRow(long Start, long End, (long From, long To, int Value)[] Means, int[] Last);

/// <summary>The rows of one tile. Nothing but the lengths of codes and the means is decoded.</summary>
internal sealed class TileRows
{
    private const int Coefficients = 64;
    private const int SixteenZeros = 0xF0;

    private TileRows(JpegBits bits, IReadOnlyList<TileRow> rows) => (Bits, Rows) = (bits, rows);

    public JpegBits Bits { get; }

    public IReadOnlyList<TileRow> Rows { get; }

    /// <param name="unitsAcross">Units of each row that lie on the page.</param>
    /// <param name="unitsDown">Rows that lie on the page.</param>
    /// <exception cref="InvalidDataException">The tile is damaged.</exception>
    public static TileRows Read(JpegFrame frame, ReadOnlySpan<byte> tile, int unitsAcross, int unitsDown)
    {
        var bits = new JpegBits(tile[frame.ScanStart..]);
        var all = frame.Width / frame.UnitWidth;
        var means = new int[frame.Components.Count];
        var rows = new List<TileRow>(unitsDown);
        for (var row = 0; row < unitsDown; row++)
        {
            var first = new (long, long, int)[means.Length];
            var start = bits.Position;
            var (end, last) = (start, means);
            for (var unit = 0; unit < all; unit++)
            {
                Unit(frame, bits, means, unit == 0 ? first : null);
                if (unit == unitsAcross - 1)
                {
                    (end, last) = (bits.Position, [.. means]);
                }
            }

            rows.Add(new(start, end, first, last));
        }

        return new(bits, rows);
    }

    private static void Unit(JpegFrame frame, JpegBits bits, int[] means, (long From, long To, int Value)[]? first)
    {
        for (var i = 0; i < means.Length; i++)
        {
            var component = frame.Components[i];
            for (var block = 0; block < component.Blocks; block++)
            {
                var from = bits.Position;
                means[i] += Difference(bits, component.Dc.Read(bits));
                if (block == 0 && first is not null)
                {
                    first[i] = (from, bits.Position, means[i]);
                }

                SkipDetail(bits, component.Ac);
            }
        }
    }

    /// <summary>T.81, F.2.2.1: so many bits, the lower half of their range meaning negative numbers.</summary>
    private static int Difference(JpegBits bits, int length)
    {
        if (length > 11)
        {
            throw new InvalidDataException("A mean of more than eleven bits.");
        }

        var value = bits.Read(length);
        return length > 0 && value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
    }

    private static void SkipDetail(JpegBits bits, HuffmanTable table)
    {
        for (var at = 1; at < Coefficients; at++)
        {
            var symbol = table.Read(bits);
            var length = symbol & 15;
            if (length == 0 && symbol != SixteenZeros)
            {
                return;
            }

            at += symbol >> 4;
            bits.Skip(length);
            if (at >= Coefficients)
            {
                throw new InvalidDataException("A block of more than 64 values.");
            }
        }
    }
}
