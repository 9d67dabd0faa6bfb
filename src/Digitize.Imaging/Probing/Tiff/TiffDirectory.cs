namespace Digitize.Imaging.Probing.Tiff;

/// <summary>One image file directory of a TIFF: what tells a page from a thumbnail and a scan from a camera's raw data.</summary>
/// <param name="Index">Place in the file's chain, from 0; −1 of a sub-directory.</param>
/// <param name="BitsPerPixel">Of all samples together.</param>
/// <param name="Compression">TIFF 6.0, section 3; 1 is none.</param>
/// <param name="Photometric">TIFF 6.0, PhotometricInterpretation; null when not said.</param>
/// <param name="DataBytes">Sum of the strips' or tiles' lengths.</param>
/// <param name="DataEnd">Where the last of them ends in the file.</param>
/// <param name="JpegTables">Quantisation tables that its JPEG strips or tiles share; null when they have their own.</param>
internal sealed record TiffDirectory(
    int Index,
    long Width,
    long Height,
    int Samples,
    long BitsPerPixel,
    int Compression,
    int? Photometric,
    bool IsReduced,
    bool IsMask,
    double? Ppi,
    string Make,
    bool IsDng,
    long DataBytes,
    long DataEnd,
    TiffField? JpegTables,
    IReadOnlyList<TiffDirectory> Inner)
{
    private const int ColourFilterArray = 32803;
    private const int LinearRaw = 34892;
    private const int Uncompressed = 1;

    // None, fax, LZW, Deflate, PackBits, LZMA and Zstandard.
    private static readonly int[] Lossless = [Uncompressed, 2, 3, 4, 5, 8, 32773, 32946, 34925, 50000];

    public bool IsLossless => Lossless.Contains(Compression);

    public bool IsJpeg => Compression is 6 or 7;

    /// <summary>Sensor data, which has to be developed before it is a picture.</summary>
    public bool IsRaw => Photometric is ColourFilterArray or LinearRaw || Inner.Any(inner => inner.IsRaw);

    /// <summary>Bytes that the pixels take when nothing packs them; null when something does.</summary>
    public long? BytesNeeded => Compression == Uncompressed ? (Width * BitsPerPixel + 7) / 8 * Height : null;
}
