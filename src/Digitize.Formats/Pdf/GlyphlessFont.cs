using System.Buffers.Binary;
using System.Text;

namespace Digitize.Formats.Pdf;

/// <summary>
/// A TrueType font of empty glyphs, made for one document: only how far each glyph reaches is in it. The text it
/// carries is never seen, but PDF/A wants every font embedded, with widths that agree (ISO 19005-2, 6.2.11).
/// </summary>
internal static class GlyphlessFont
{
    public const string Name = "Glyphless";

    /// <summary>Thousandths of the size, above the baseline.</summary>
    public const int Ascent = 999;

    /// <summary>
    /// A glyph's cell stands on the baseline, since programs do not agree where to put what lies below it; but for a
    /// hair: poppler takes 0 for not said.
    /// </summary>
    public const int Descent = -1;

    private const short UnitsPerEm = 1000;
    private const int EntryBytes = 16;
    private const int ChecksumPlace = 8;

    /// <param name="widths">Thousandths of the size, of the glyphs from number 1.</param>
    public static byte[] Write(IReadOnlyCollection<int> widths)
    {
        var glyphs = widths.Count + 1;
        (string Tag, byte[] Content)[] tables =
        [
            ("glyf", new byte[4]), // empty, but some readers take none for a fault
            ("head", Head()),
            ("hhea", Hhea(glyphs)),
            ("hmtx", Hmtx(widths)),
            ("loca", new byte[(glyphs + 1) * sizeof(short)]),
            ("maxp", Maxp(glyphs)),
        ];
        return Join(tables);
    }

    private static byte[] Head()
    {
        var head = new Fields(54);
        head.Long(0x00010000).Long(0x00010000).Long(0).Long(0x5F0F3CF5);
        head.Short(0b11).Short(UnitsPerEm).Skip(16);
        head.Short(0).Short(Descent).Short(Wide).Short(Ascent);
        head.Short(0).Short(8).Short(2).Short(0).Short(0);
        return head.Bytes;
    }

    private static byte[] Hhea(int glyphs)
    {
        var hhea = new Fields(36);
        hhea.Long(0x00010000).Short(Ascent).Short(Descent).Short(0).Short(Wide);
        hhea.Short(0).Short(0).Short(0).Short(1).Skip(14).Short(glyphs);
        return hhea.Bytes;
    }

    private static byte[] Hmtx(IReadOnlyCollection<int> widths)
    {
        var hmtx = new Fields((widths.Count + 1) * 4);
        foreach (var width in widths.Prepend(Wide))
        {
            hmtx.Short(width).Short(0);
        }

        return hmtx.Bytes;
    }

    private static byte[] Maxp(int glyphs)
    {
        var maxp = new Fields(32);
        maxp.Long(0x00010000).Short(glyphs).Skip(8).Short(2);
        return maxp.Bytes;
    }

    private const int Wide = PdfGlyphs.Wide;

    private static byte[] Join((string Tag, byte[] Content)[] tables)
    {
        var place = 12 + (tables.Length * EntryBytes);
        var font = new Fields(place + tables.Sum(table => Padded(table.Content.Length)));
        font.Long(0x00010000).Short(tables.Length).Short(64).Short(2).Short((tables.Length * EntryBytes) - 64);
        var head = 0;
        foreach (var (tag, content) in tables)
        {
            head = tag == "head" ? place : head;
            font.Ascii(tag).Long(Checksum(content)).Long((uint)place).Long((uint)content.Length);
            content.CopyTo(font.Bytes, place);
            place += Padded(content.Length);
        }

        var adjustment = unchecked(0xB1B0AFBA - Checksum(font.Bytes));
        BinaryPrimitives.WriteUInt32BigEndian(font.Bytes.AsSpan(head + ChecksumPlace), adjustment);
        return font.Bytes;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Checksum(byte[] content)
    {
        var padded = new byte[Padded(content.Length)];
        content.CopyTo(padded, 0);
        var sum = 0u;
        for (var place = 0; place < padded.Length; place += 4)
        {
            unchecked
            {
                sum += BinaryPrimitives.ReadUInt32BigEndian(padded.AsSpan(place));
            }
        }

        return sum;
    }

    /// <summary>Big-endian fields, one after the other.</summary>
    private sealed class Fields(int length)
    {
        private int _place;

        public byte[] Bytes { get; } = new byte[length];

        public Fields Short(int value)
        {
            BinaryPrimitives.WriteUInt16BigEndian(Bytes.AsSpan(_place), unchecked((ushort)value));
            _place += 2;
            return this;
        }

        public Fields Long(uint value)
        {
            BinaryPrimitives.WriteUInt32BigEndian(Bytes.AsSpan(_place), value);
            _place += 4;
            return this;
        }

        public Fields Ascii(string text)
        {
            _place += Encoding.ASCII.GetBytes(text, Bytes.AsSpan(_place));
            return this;
        }

        public Fields Skip(int bytes)
        {
            _place += bytes;
            return this;
        }
    }
}
