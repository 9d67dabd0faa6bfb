using Digitize.Imaging.Decoding;

namespace Digitize.Imaging.Tests;

/// <summary>Messages as the libraries write them.</summary>
public sealed class DecoderComplaintsTests
{
    [Theory]
    [InlineData("VipsJpeg: premature end of JPEG image", "image-truncated")]
    [InlineData("tiff2vips: Read error on strip 3; got 100 bytes, expected 900", "image-truncated")]
    [InlineData("UnexpectedEndOfFile `scan'", "image-truncated")]
    [InlineData("InsufficientImageDataInFile `scan'", "image-truncated")]
    [InlineData("Compression scheme 34712 is not supported", "image-compression")]
    [InlineData("NoDecodeDelegateForThisImageFormat `DNG'", "image-compression")]
    [InlineData("Invalid image height 0", "image-size")]
    [InlineData("ImproperImageHeader `scan'", "image-header")]
    [InlineData("TIFFFetchDirectory: Sanity check on directory count failed", "image-header")]
    [InlineData("Corrupt JPEG data: bad Huffman code", "image-broken")]
    public void CodeOf_TellsWhatIsMeant(string words, string code) => Assert.Equal(code, DecoderComplaints.CodeOf(words));

    [Fact]
    public void Saying_LeavesFoldersAndSourceLinesOut()
    {
        var broken = BrokenImageException.Saying("UnexpectedEndOfFile `/tmp/digitize-decoder-x/scan' @ error/bmp.c/ReadBMPImage/890");

        Assert.Equal("UnexpectedEndOfFile `scan'", broken.Message);
    }

    [Theory]
    [InlineData("vi-VN", "cắt cụt")]
    [InlineData("en-GB", "cut short")]
    public void Reason_IsToldInTheReadersLanguage(string culture, string words)
    {
        var reason = BrokenImageException.Saying("VipsJpeg: premature end of JPEG image").ReasonFor("trang.jpg");

        Assert.Contains(words, reason.Text(System.Globalization.CultureInfo.GetCultureInfo(culture)), StringComparison.Ordinal);
        Assert.Equal(["trang.jpg", "VipsJpeg: premature end of JPEG image"], reason.Facts);
    }
}
