using System.Buffers.Binary;

namespace Digitize.Imaging.Jpeg;

/// <summary>The entropy-coded bits of one JPEG scan, the stuffed zeros after FF taken out (ITU-T T.81, F.1.2.3).</summary>
internal sealed class JpegBits
{
    private const int Spare = 8;

    private readonly byte[] _bytes;
    private readonly long _length;

    /// <param name="scan">From after the scan's header to the next marker, or further.</param>
    public JpegBits(ReadOnlySpan<byte> scan)
    {
        _bytes = new byte[scan.Length + Spare];
        var length = 0;
        for (var at = 0; at < scan.Length; at++)
        {
            if (scan[at] == 0xFF)
            {
                if (at + 1 >= scan.Length || scan[at + 1] != 0)
                {
                    break;
                }

                at++;
                _bytes[length++] = 0xFF;
                continue;
            }

            _bytes[length++] = scan[at];
        }

        // What is read beyond the end is ones, as if the last byte went on.
        _bytes.AsSpan(length).Fill(0xFF);
        _length = length * 8L;
    }

    public long Position { get; private set; }

    public int Peek16() => (int)(Window() >> 48);

    /// <exception cref="InvalidDataException">The scan ends before.</exception>
    public void Skip(int count)
    {
        Position += count;
        if (Position > _length)
        {
            throw new InvalidDataException("A scan that ends too soon.");
        }
    }

    /// <summary>At most 16 bits as a number.</summary>
    public int Read(int count)
    {
        var value = count == 0 ? 0 : (int)(Window() >> (64 - count));
        Skip(count);
        return value;
    }

    /// <summary>At most 32 bits from any place before the end.</summary>
    public uint At(long position, int count)
    {
        Position = position;
        var value = count == 0 ? 0 : (uint)(Window() >> (64 - count));
        Skip(count);
        return value;
    }

    private ulong Window() =>
        BinaryPrimitives.ReadUInt64BigEndian(_bytes.AsSpan((int)(Position >> 3))) << (int)(Position & 7);
}
