namespace Digitize.Imaging.Jpeg;

/// <summary>Writes entropy-coded bits, a zero stuffed after each FF (ITU-T T.81, F.1.2.3).</summary>
internal sealed class JpegBitWriter(Stream output)
{
    private ulong _pending;
    private int _count;

    /// <param name="count">At most 32.</param>
    public void Write(uint bits, int count)
    {
        _pending = (_pending << count) | bits;
        _count += count;
        while (_count >= 8)
        {
            _count -= 8;
            var next = (byte)(_pending >> _count);
            output.WriteByte(next);
            if (next == 0xFF)
            {
                output.WriteByte(0);
            }
        }
    }

    public void Copy(JpegBits from, long start, long end)
    {
        for (var at = start; at < end;)
        {
            var count = (int)Math.Min(32, end - at);
            Write(from.At(at, count), count);
            at += count;
        }
    }

    /// <summary>Fills the last byte with ones.</summary>
    public void Finish()
    {
        if (_count > 0)
        {
            Write((1u << (8 - _count)) - 1, 8 - _count);
        }
    }
}
