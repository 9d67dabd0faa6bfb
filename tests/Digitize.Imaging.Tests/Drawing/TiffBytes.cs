using System.Buffers.Binary;
using System.Text;

namespace Digitize.Imaging.Tests.Drawing;

/// <summary>One tag of a hand-made TIFF: SHORT, LONG, RATIONAL and SRATIONAL pairs, bytes or ASCII.</summary>
internal sealed record TiffTag(int Tag, int Type, params long[] Values)
{
    public static TiffTag Short(int tag, params long[] values) => new(tag, 3, values);

    public static TiffTag Long(int tag, params long[] values) => new(tag, 4, values);

    public static TiffTag Text(int tag, string text) => new(tag, 2, [.. Encoding.ASCII.GetBytes(text + "\0").Select(b => (long)b)]);

    public static TiffTag Bytes(int tag, params byte[] bytes) => new(tag, 1, [.. bytes.Select(b => (long)b)]);

    /// <summary>In ten thousandths.</summary>
    public static TiffTag Fractions(int tag, bool isSigned, params double[] values) =>
        new(tag, isSigned ? 10 : 5, [.. values.SelectMany(value => new[] { (long)Math.Round(value * 10_000), 10_000 })]);

    /// <summary>A rational is two numbers of four bytes, and counts once.</summary>
    public int Parts => Type is 5 or 10 ? 2 : 1;

    public int PartSize => Type switch { 1 or 2 => 1, 3 => 2, _ => 4 };
}

/// <summary>
/// A TIFF written byte by byte, in either byte order, as BigTIFF or not: what no encoder would write, and what a test
/// wants to be wrong. One strip a directory, written before it.
/// </summary>
internal sealed class TiffBytes(bool isLittle = true, bool isBig = false)
{
    private readonly MemoryStream _file = new();
    private int _nextAt;

    /// <summary>Where the last directory stands.</summary>
    public long LastDirectory { get; private set; }

    public TiffBytes Add(byte[] strip, params TiffTag[] tags) => Add(strip, lieAboutNext: null, tags);

    /// <param name="lieAboutNext">Where the next directory is said to stand.</param>
    public TiffBytes Add(byte[] strip, long? lieAboutNext, params TiffTag[] tags)
    {
        Begin();
        var stripAt = _file.Position;
        _file.Write(strip);
        var all = tags.Append(TiffTag.Long(273, stripAt))
            .Concat(tags.Any(tag => tag.Tag == 279) ? [] : [TiffTag.Long(279, strip.Length)])
            .OrderBy(tag => tag.Tag).ToList();
        var room = isBig ? 8 : 4;
        var places = all.Select(Outside).ToList();
        var directory = _file.Position;
        LastDirectory = directory;
        Link(directory);
        Number(all.Count, isBig ? 8 : 2);
        foreach (var (tag, place) in all.Zip(places))
        {
            Number(tag.Tag, 2);
            Number(tag.Type, 2);
            Number(tag.Values.Length / tag.Parts, room);
            var end = _file.Position + room;
            if (place is { } outside)
            {
                Number(outside, room);
            }
            else
            {
                Array.ForEach(tag.Values, value => Number(value, tag.PartSize));
            }

            _file.SetLength(Math.Max(_file.Length, end));
            _file.Position = end;
        }

        _nextAt = (int)_file.Position;
        Number(lieAboutNext ?? 0, room);
        return this;

        long? Outside(TiffTag tag)
        {
            if (tag.Values.Length * tag.PartSize <= room)
            {
                return null;
            }

            var at = _file.Position;
            Array.ForEach(tag.Values, value => Number(value, tag.PartSize));
            return at;
        }
    }

    public byte[] ToArray() => _file.ToArray();

    private void Begin()
    {
        if (_file.Length > 0)
        {
            _file.Position = _file.Length;
            return;
        }

        _file.Write(isLittle ? "II"u8 : "MM"u8);
        Number(isBig ? 43 : 42, 2);
        if (isBig)
        {
            Number(8, 2);
            Number(0, 2);
        }

        _nextAt = (int)_file.Position;
        Number(0, isBig ? 8 : 4);
    }

    private void Link(long directory)
    {
        var here = _file.Position;
        _file.Position = _nextAt;
        Number(directory, isBig ? 8 : 4);
        _file.Position = here;
    }

    private void Number(long value, int size)
    {
        Span<byte> bytes = stackalloc byte[8];
        if (isLittle)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
            _file.Write(bytes[..size]);
        }
        else
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes, value);
            _file.Write(bytes[^size..]);
        }
    }
}
