using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Digitize.Imaging.Probing;
using Digitize.Imaging.Tests.Drawing;
using NetVips;

namespace Digitize.Imaging.Tests;

public sealed class HostileFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "file-empty")]
    [InlineData("Thư viện, not an image at all", "file-unsupported")]
    [InlineData("GIF89a\u0001\u0001", "file-unsupported")]
    [InlineData("%PDF-1.7\ngarbage garbage garbage\n%%EOF", "image-broken")]
    [InlineData("%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj\ntrailer << /Root 1 0 R >>", "image-broken")]
    [InlineData("II*\0\b\0\0\0", "image-broken")]
    [InlineData("II*\0\u0008\0\0\0\u0001\0\0\u0001\u0003\0\u0001\0\0\0", "image-broken")]
    public async Task ProbeAsync_GivesAReason_WhenTheFileIsNoScan(string content, string code)
    {
        var path = _folder.Holding("trang-001.tif", Encoding.UTF8.GetBytes(content));

        var result = await ScanProbe.ProbeAsync(path, "trang-001.tif", ImageLimits.Default, default);

        Assert.False(result.IsAccepted);
        Assert.Equal(code, result.Reason.Code);
        Assert.Equal("trang-001.tif", result.Reason.Facts[0]);
    }

    [Fact]
    public async Task ProbeAsync_RefusesFromTheHeader_WhenAPngClaimsTooManyPixels()
    {
        var path = _folder.Holding("big.png", PngClaiming(50_000, 50_000));

        var result = await ScanProbe.ProbeAsync(path, "big.png", ImageLimits.Default, default);

        Assert.Equal("image-too-large", result.Reason?.Code);
        Assert.Equal(["big.png", "50000 × 50000", "MaxPixels = 600000000"], result.Reason!.Facts);
    }

    [Fact]
    public async Task ProbeAsync_Refuses_WhenATiffHasTooManyFrames()
    {
        using var frames = DrawnPage.Blank(64, 64 * 5).Mutate(image => image.Set(GValue.GIntType, "page-height", 64));
        frames.Tiffsave(_folder["many.tif"]);

        var result = await ScanProbe.ProbeAsync(_folder["many.tif"], "many.tif", new ImageLimits { MaxFrames = 4 }, default);

        Assert.Equal(["many.tif", "5", "MaxFrames = 4"], result.Reason!.Facts);
    }

    [Theory]
    [InlineData(ScanMediaTypes.Jpeg, 0.3)]
    [InlineData(ScanMediaTypes.Jpeg, 0.97)]
    [InlineData(ScanMediaTypes.Png, 0.3)]
    [InlineData(ScanMediaTypes.Png, 0.97)]
    [InlineData(ScanMediaTypes.Tiff, 0.3)]
    [InlineData(ScanMediaTypes.Tiff, 0.97)]
    public async Task OpenAsync_Throws_WhenTheFileIsCutShort(string mediaType, double keptShare)
    {
        var whole = Encoded(mediaType);
        var path = _folder.Holding("cut", whole[..(int)(whole.Length * keptShare)]);

        var broken = await Assert.ThrowsAsync<BrokenImageException>(
            () => ScanImage.OpenAsync(path, mediaType, 0, default));

        Assert.Equal("image-broken", broken.ReasonFor("cut.scan").Code);
        Assert.DoesNotContain(Path.GetDirectoryName(path)!, broken.Message);
    }

    [Fact]
    public async Task OpenAsync_Throws_WhenTilesOfATiffAreGone()
    {
        // The directory stands before the pixels here, so the header is whole and only the pixels are not.
        using var page = DrawnPage.Colourful(900, 900);
        page.Tiffsave(_folder["whole.tif"], compression: Enums.ForeignTiffCompression.Jpeg, tile: true);
        var bytes = await File.ReadAllBytesAsync(_folder["whole.tif"]);
        Array.Clear(bytes, 2000, 6000);
        var path = _folder.Holding("holed.tif", bytes);

        await Assert.ThrowsAsync<BrokenImageException>(() => ScanImage.OpenAsync(path, ScanMediaTypes.Tiff, 0, default));
    }

    [Fact]
    public async Task OpenAsync_Throws_WhenAPdfStreamUnfoldsBeyondTheBound()
    {
        var path = _folder.Holding("bomb.pdf", PdfWithContent(Zlib(new byte[80 << 20])));

        var result = await ScanProbe.ProbeAsync(path, "bomb.pdf", ImageLimits.Default, default);

        Assert.Equal("image-broken", result.Reason?.Code);
    }

    [Fact]
    public async Task OpenAsync_IsCancelled_WhenTheTokenIs()
    {
        var path = _folder.Holding("page.png", Encoded(ScanMediaTypes.Png));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ScanImage.OpenAsync(path, ScanMediaTypes.Png, 0, new CancellationToken(canceled: true)));
    }

    private static byte[] Encoded(string mediaType)
    {
        using var page = DrawnPage.Colourful(700, 900);
        return mediaType switch
        {
            ScanMediaTypes.Jpeg => page.JpegsaveBuffer(),
            ScanMediaTypes.Png => page.PngsaveBuffer(),
            _ => page.TiffsaveBuffer(),
        };
    }

    private static byte[] PngClaiming(int width, int height)
    {
        var header = new byte[17];
        "IHDR"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), height);
        (header[12], header[13]) = (8, 2);
        using var png = new MemoryStream();
        png.Write([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);
        Chunk(png, header);
        Chunk(png, [.. "IDAT"u8, .. Zlib(new byte[100])]);
        Chunk(png, [.. "IEND"u8]);
        return png.ToArray();
    }

    private static void Chunk(Stream png, byte[] typeAndData)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, typeAndData.Length - 4);
        png.Write(number);
        png.Write(typeAndData);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(typeAndData));
        png.Write(number);
    }

    private static byte[] Zlib(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zlib.Write(data);
        }

        return packed.ToArray();
    }

    // Without a cross-reference table; readers rebuild it.
    private static byte[] PdfWithContent(byte[] packed) =>
    [
        .. "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"u8,
        .. "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"u8,
        .. "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\n"u8,
        .. Encoding.ASCII.GetBytes($"4 0 obj\n<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n"),
        .. packed,
        .. "\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n"u8,
    ];
}
