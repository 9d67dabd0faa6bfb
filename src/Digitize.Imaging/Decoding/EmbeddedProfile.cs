using System.Buffers.Binary;
using NetVips;

namespace Digitize.Imaging.Decoding;

/// <summary>The colour profile inside a scan, looked at before a library is (ICC.1:2022, section 7.2).</summary>
internal static class EmbeddedProfile
{
    public const string Field = "icc-profile-data";

    private const int HeaderBytes = 128;
    private const int ColourSpaceAt = 16;
    private const int SignatureAt = 36;

    /// <summary>True when it is a whole profile for colours such as the image has.</summary>
    public static bool IsOfUse(Image image) =>
        image.Get(Field) is byte[] { Length: > HeaderBytes } profile
        && BinaryPrimitives.ReadUInt32BigEndian(profile) <= profile.Length
        && profile.AsSpan(SignatureAt, 4).SequenceEqual("acsp"u8)
        && profile.AsSpan(ColourSpaceAt, 4).SequenceEqual(image.Interpretation switch
        {
            Enums.Interpretation.Cmyk => "CMYK"u8,
            Enums.Interpretation.Bw or Enums.Interpretation.Grey16 => "GRAY"u8,
            Enums.Interpretation.Lab or Enums.Interpretation.Labs => "Lab "u8,
            _ => "RGB "u8,
        });
}
