using System.Buffers.Binary;
using System.Text;

namespace Digitize.Formats.Pdf;

/// <summary>
/// An ICC profile of sRGB (IEC 61966-2-1), version 2.1, three primaries and one curve: what a PDF/A file says its
/// colours mean (ISO 19005-2, 6.2.3). Made here from the standard's numbers, so no profile of others is handed out.
/// </summary>
internal static class SrgbProfile
{
    public const string Name = "sRGB IEC61966-2.1";

    private const int HeaderBytes = 128;
    private const int CurvePoints = 1024;

    /// <summary>XYZ under D50, which ICC profiles are related to (Bradford adaptation from D65).</summary>
    private static readonly (string Tag, double X, double Y, double Z)[] Colours =
    [
        ("wtpt", 0.96420, 1.00000, 0.82491),
        ("rXYZ", 0.43607, 0.22249, 0.01392),
        ("gXYZ", 0.38515, 0.71687, 0.09708),
        ("bXYZ", 0.14307, 0.06061, 0.71410),
    ];

    private static readonly Lazy<byte[]> Made = new(Make);

    public static ReadOnlyMemory<byte> Bytes => Made.Value;

    private static byte[] Make()
    {
        var curve = Curve();
        (string[] Tags, byte[] Content)[] parts =
        [
            (["desc"], Description()),
            (["cprt"], [.. "text\0\0\0\0No copyright: numbers of IEC 61966-2-1.\0"u8]),
            .. Colours.Select(colour => (new[] { colour.Tag }, Xyz(colour.X, colour.Y, colour.Z))),
            (["rTRC", "gTRC", "bTRC"], curve),
        ];
        var count = parts.Sum(part => part.Tags.Length);
        var place = HeaderBytes + 4 + (count * 12);
        var profile = new byte[place + parts.Sum(part => Padded(part.Content.Length))];
        Header(profile);
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(HeaderBytes), count);
        var entry = HeaderBytes + 4;
        foreach (var (tags, content) in parts)
        {
            foreach (var tag in tags)
            {
                Encoding.ASCII.GetBytes(tag, profile.AsSpan(entry));
                BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(entry + 4), place);
                BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(entry + 8), content.Length);
                entry += 12;
            }

            content.CopyTo(profile, place);
            place += Padded(content.Length);
        }

        return profile;
    }

    private static void Header(byte[] profile)
    {
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        profile[8] = 2;
        profile[9] = 0x10;
        "mntrRGB XYZ "u8.CopyTo(profile.AsSpan(12));
        short[] created = [2026, 1, 1];
        for (var field = 0; field < created.Length; field++)
        {
            BinaryPrimitives.WriteInt16BigEndian(profile.AsSpan(24 + (field * 2)), created[field]);
        }

        "acsp"u8.CopyTo(profile.AsSpan(36));
        var white = Xyz(Colours[0].X, Colours[0].Y, Colours[0].Z);
        white.AsSpan(8).CopyTo(profile.AsSpan(68));
    }

    private static byte[] Description()
    {
        // textDescriptionType: the name in ASCII, then none in Unicode and none for the Macintosh.
        var description = new byte[12 + Name.Length + 1 + 8 + 3 + 67];
        "desc"u8.CopyTo(description);
        BinaryPrimitives.WriteInt32BigEndian(description.AsSpan(8), Name.Length + 1);
        Encoding.ASCII.GetBytes(Name, description.AsSpan(12));
        return description;
    }

    private static byte[] Xyz(double x, double y, double z)
    {
        var value = new byte[20];
        "XYZ "u8.CopyTo(value);
        foreach (var (index, part) in new[] { x, y, z }.Index())
        {
            BinaryPrimitives.WriteInt32BigEndian(value.AsSpan(8 + (index * 4)), (int)Math.Round(part * 65536));
        }

        return value;
    }

    private static byte[] Curve()
    {
        var curve = new byte[12 + (CurvePoints * 2)];
        "curv"u8.CopyTo(curve);
        BinaryPrimitives.WriteInt32BigEndian(curve.AsSpan(8), CurvePoints);
        for (var point = 0; point < CurvePoints; point++)
        {
            var value = point / (CurvePoints - 1.0);
            var light = value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(curve.AsSpan(12 + (point * 2)), (ushort)Math.Round(light * 65535));
        }

        return curve;
    }

    private static int Padded(int length) => (length + 3) & ~3;
}
