namespace Digitize.Imaging.Probing.Tiff;

/// <summary>One entry of a directory, its values not read yet.</summary>
/// <param name="Type">TIFF 6.0, section 2; BigTIFF adds 16 to 18.</param>
/// <param name="Offset">Where the values stand in the file.</param>
internal readonly record struct TiffField(int Tag, int Type, long Count, long Offset)
{
    public const int SubfileType = 254;
    public const int OldSubfileType = 255;
    public const int Width = 256;
    public const int Height = 257;
    public const int BitsPerSample = 258;
    public const int Compression = 259;
    public const int Photometric = 262;
    public const int Make = 271;
    public const int StripOffsets = 273;
    public const int SamplesPerPixel = 277;
    public const int StripByteCounts = 279;
    public const int XResolution = 282;
    public const int YResolution = 283;
    public const int ResolutionUnit = 296;
    public const int TileOffsets = 324;
    public const int TileByteCounts = 325;
    public const int SubDirectories = 330;
    public const int JpegTables = 347;
    public const int DngVersion = 50706;

    private const int Rational = 5;

    /// <summary>Bytes of one value; 0 of a type that nobody knows.</summary>
    public int Size => SizeOf(Type);

    public bool IsRational => Type == Rational;

    public static int SizeOf(int type) => type switch
    {
        1 or 2 or 6 or 7 => 1,
        3 or 8 => 2,
        4 or 9 or 11 or 13 => 4,
        5 or 10 or 12 or 16 or 17 or 18 => 8,
        _ => 0,
    };
}
