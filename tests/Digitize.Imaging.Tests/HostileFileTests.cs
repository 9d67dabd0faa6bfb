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
    [InlineData("II*\0\b\0\0\0", "image-truncated")]
    [InlineData("II*\0\u0008\0\0\0\u0001\0\0\u0001\u0003\0\u0001\0\0\0", "image-truncated")]
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
        var path = _folder.Holding("big.png", PngBytes.Claiming(50_000, 50_000));

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

        // libspng says of any damage to a PNG that it could not read.
        var code = mediaType == ScanMediaTypes.Png ? "image-broken" : "image-truncated";
        Assert.Equal(code, broken.ReasonFor("cut.scan").Code);
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
}
