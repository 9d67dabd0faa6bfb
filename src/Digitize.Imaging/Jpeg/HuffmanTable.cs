namespace Digitize.Imaging.Jpeg;

/// <summary>One Huffman table of a JPEG (ITU-T T.81, annex C), to read with and to write with.</summary>
internal sealed class HuffmanTable
{
    private const int LongestCode = 16;

    /// <summary>For the next 16 bits: the symbol in the upper byte, the code's length in the lower; 0 for no code.</summary>
    private readonly ushort[] _byBits = new ushort[1 << LongestCode];

    private readonly (ushort Code, byte Length)[] _bySymbol = new (ushort, byte)[256];

    /// <param name="counts">Codes of each length from 1 to 16.</param>
    /// <param name="symbols">In the order of their codes.</param>
    /// <exception cref="InvalidDataException">There are more codes than bits can tell apart.</exception>
    public HuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        var (code, next) = (0, 0);
        for (var length = 1; length <= LongestCode; length++, code <<= 1)
        {
            for (var i = 0; i < counts[length - 1]; i++, code++, next++)
            {
                if (code >= 1 << length || next >= symbols.Length)
                {
                    throw new InvalidDataException("A Huffman table with too many codes.");
                }

                _bySymbol[symbols[next]] = ((ushort)code, (byte)length);
                _byBits.AsSpan(code << (LongestCode - length), 1 << (LongestCode - length))
                    .Fill((ushort)((symbols[next] << 8) | length));
            }
        }
    }

    /// <exception cref="InvalidDataException">The bits are no code.</exception>
    public int Read(JpegBits bits)
    {
        var found = _byBits[bits.Peek16()];
        bits.Skip(found & 0xFF);
        return found != 0 ? found >> 8 : throw new InvalidDataException("Bits that are no code.");
    }

    /// <summary>The code of a symbol; null when the table has none.</summary>
    public (ushort Code, byte Length)? Find(int symbol) =>
        _bySymbol[symbol] is { Length: > 0 } found ? found : null;
}
