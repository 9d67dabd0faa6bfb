using Digitize.Imaging.Inspection;
using Digitize.Imaging.Tests.Drawing;
using NetVips;

namespace Digitize.Imaging.Tests;

public sealed class CompressionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(12)]
    [InlineData(50)]
    [InlineData(72)]
    [InlineData(95)]
    public async Task Of_EstimatesTheQualityOfAJpegWithinTwo(int quality)
    {
        using var page = DrawnPage.Lines(300, 400);
        var path = _folder["a.jpg"];
        page.Jpegsave(path, q: quality);

        var compression = await Compression.OfAsync(path, ScanMediaTypes.Jpeg, 0, default);

        // Steps are capped at 255, so the coarsest tables look a little finer.
        Assert.False(compression.IsLossless);
        Assert.InRange(compression.JpegQuality!.Value, quality - 2, quality + 2);
    }

    [Theory]
    [InlineData(Enums.ForeignTiffCompression.None, false)]
    [InlineData(Enums.ForeignTiffCompression.Lzw, false)]
    [InlineData(Enums.ForeignTiffCompression.Deflate, true)]
    public async Task Of_FindsATiffLossless(Enums.ForeignTiffCompression compression, bool bigTiff)
    {
        using var page = DrawnPage.Lines(300, 400);
        var path = _folder["a.tif"];
        page.Tiffsave(path, compression: compression, bigtiff: bigTiff);

        Assert.Equal(new Compression(true, null), await Compression.OfAsync(path, ScanMediaTypes.Tiff, 0, default));
    }

    [Fact]
    public async Task Of_ReadsTheTablesOfAJpegInATiff()
    {
        using var page = DrawnPage.Lines(300, 400);
        var path = _folder["a.tif"];
        page.Tiffsave(path, compression: Enums.ForeignTiffCompression.Jpeg, q: 40);

        Assert.Equal(new Compression(false, 40), await Compression.OfAsync(path, ScanMediaTypes.Tiff, 0, default));
    }

    [Fact]
    public async Task Of_CountsPagesAndNotTheirReducedCopies()
    {
        using var page = DrawnPage.Lines(600, 800);
        var path = _folder["a.tif"];
        page.Tiffsave(path, compression: Enums.ForeignTiffCompression.Deflate, tile: true, pyramid: true, tileWidth: 128,
            tileHeight: 128);

        Assert.Equal(new Compression(true, null), await Compression.OfAsync(path, ScanMediaTypes.Tiff, 0, default));
        Assert.Equal(new Compression(null, null), await Compression.OfAsync(path, ScanMediaTypes.Tiff, 1, default));
    }

    [Fact]
    public async Task Of_KnowsNothing_OfADirectoryThatIsCutOff()
    {
        var path = _folder["a.tif"];
        File.WriteAllBytes(path, [(byte)'I', (byte)'I', 42, 0, 200, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

        Assert.Equal(new Compression(null, null), await Compression.OfAsync(path, ScanMediaTypes.Tiff, 0, default));
    }
}
