using Digitize.Imaging.Access;
using Digitize.Imaging.Tests.Drawing;
using NetVips;

namespace Digitize.Imaging.Tests;

public sealed class PyramidTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WriteAsync_HalvesDownToOneTile()
    {
        using var page = DrawnPage.Colourful(1801, 1203);

        await Pyramid.WriteAsync(page, _folder["page.tif"], new PyramidOptions(), default);

        var info = PyramidInfo.Read(_folder["page.tif"]);
        Assert.Equal((512, 512), (info.TileWidth, info.TileHeight));
        Assert.Equal([new(1801, 1203), new(900, 601), new(450, 300)], info.Levels);
    }

    [Fact]
    public async Task WriteAsync_KeepsColoursAndResolution()
    {
        using var page = DrawnPage.Colourful(600, 700).Copy(xres: 400 / 25.4, yres: 400 / 25.4);

        await Pyramid.WriteAsync(page, _folder["page.tif"], new PyramidOptions(), default);

        using var written = Image.Tiffload(_folder["page.tif"]);
        Assert.Equal(400 / 25.4, written.Xres, 0.01);
        Assert.True(written.Contains("icc-profile-data"), "carries sRGB");
        Assert.True((written - page).Abs().Avg() < 2, "colours within what JPEG costs");
    }

    [Fact]
    public async Task WriteAsync_StaysGrey_WhenThePageIs()
    {
        using var page = DrawnPage.Lines(600, 700);

        await Pyramid.WriteAsync(page, _folder["page.tif"], new PyramidOptions { Tile = 256 }, default);

        using var written = Image.Tiffload(_folder["page.tif"]);
        Assert.Equal(1, written.Bands);
    }

    [Fact]
    public async Task WriteAsync_LeavesNoFile_WhenCancelledOnTheWay()
    {
        using var slow = DrawnPage.Colourful(500, 500).Resize(24);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Pyramid.WriteAsync(slow, _folder["page.tif"], new PyramidOptions(), soon.Token));

        Assert.False(File.Exists(_folder["page.tif"]));
    }

    [Fact]
    public async Task WriteAsync_IsAFault_WhenTheFolderIsMissing()
    {
        using var page = DrawnPage.Blank(100, 100);

        await Assert.ThrowsAsync<VipsException>(
            () => Pyramid.WriteAsync(page, _folder["missing/page.tif"], new PyramidOptions(), default));
    }

    [Theory]
    [InlineData(1801, 1203, 400, 267)]
    [InlineData(300, 200, 300, 200)]
    public async Task Thumbnail_FitsTheEdge_AndIsNeverEnlarged(int width, int height, int thumbWidth, int thumbHeight)
    {
        using var page = DrawnPage.Colourful(width, height);
        await Pyramid.WriteAsync(page, _folder["page.tif"], new PyramidOptions(), default);

        await Thumbnail.WriteAsync(_folder["page.tif"], _folder["small.jpg"], Thumbnail.LongestEdgePixels, default);

        using var small = Image.Jpegload(_folder["small.jpg"]);
        Assert.Equal((thumbWidth, thumbHeight), (small.Width, small.Height));
    }
}
