using Digitize.Imaging.Access;
using Digitize.Imaging.Tests.Drawing;
using NetVips;

namespace Digitize.Imaging.Tests;

public sealed class PageJpegTests : IDisposable
{
    private const int Tile = 128;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(85, false, 1000, 700)]
    [InlineData(85, false, 131, 259)]
    [InlineData(85, true, 1000, 700)]
    [InlineData(85, true, 129, 127)]
    [InlineData(95, false, 513, 385)]
    [InlineData(50, false, 90, 60)]
    public async Task Read_JoinsTheTiles_WithThePixelsOfThePyramid(int quality, bool isGrey, int width, int height)
    {
        var path = await PyramidAsync(quality, isGrey, width, height);

        var page = PageJpeg.Read(path, default);

        using var shown = Image.JpegloadBuffer(page.Bytes, failOn: Enums.FailOn.Warning);
        using var expected = Image.Tiffload(path);
        Assert.True(page.IsCopied);
        Assert.Equal((width, height, isGrey ? 1 : 3), (shown.Width, shown.Height, shown.Bands));
        Assert.Equal((width, height, isGrey ? 1 : 3), (page.Width, page.Height, page.Components));

        // Halved colours are smoothed over edges, of tiles as of pages, so only the insides must be the same.
        using var difference = (shown - expected).Abs();
        using var worst = difference.Bandbool(Enums.OperationBoolean.Or);
        using var inside = worst * Inside(width, height, quality < 90 && !isGrey);
        Assert.True(inside.Max() <= 2, $"{inside.Max()}");
        Assert.True(difference.Avg() < 0.5, $"{difference.Avg()}");
    }

    [Fact]
    public async Task Read_KeepsTheResolution_WhenThePyramidKnowsIt()
    {
        var path = await PyramidAsync(85, isGrey: true, 300, 200, ppi: 400);

        var page = PageJpeg.Read(path, default);

        Assert.Equal(400, page.Ppi!.Value, 1);
        using var shown = Image.JpegloadBuffer(page.Bytes);
        Assert.Equal(400, shown.Xres * 25.4, 0);
        Assert.Null(PageJpeg.Read(await PyramidAsync(85, isGrey: true, 300, 200), default).Ppi);
    }

    [Fact]
    public void Read_CompressesAnew_WhenTilesAreNoJpeg()
    {
        var path = _folder["deflated.tif"];
        using (var page = DrawnPage.Colourful(300, 200))
        {
            page.Tiffsave(path, compression: Enums.ForeignTiffCompression.Deflate, tile: true, tileWidth: Tile, tileHeight: Tile);
        }

        var read = PageJpeg.Read(path, default);

        using var shown = Image.JpegloadBuffer(read.Bytes);
        Assert.False(read.IsCopied);
        Assert.Equal((300, 200), (shown.Width, shown.Height));
    }

    [Fact]
    public async Task Read_RefusesADamagedTile()
    {
        var path = await PyramidAsync(85, isGrey: false, 600, 400);
        var bytes = await File.ReadAllBytesAsync(path);
        var scan = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA, 0x00, 0x0C]);
        bytes.AsSpan(scan + 40, 60).Fill(0xFE);
        await File.WriteAllBytesAsync(path, bytes);

        Assert.Throws<InvalidDataException>(() => PageJpeg.Read(path, default));
    }

    private static Image Inside(int width, int height, bool leaveSeams)
    {
        using var white = Image.Black(width, height) + 1;
        return white.Mutate(mask =>
        {
            if (leaveSeams)
            {
                mask.DrawRect([0], 0, 0, width, height, fill: false);
                mask.DrawRect([0], 1, 1, width - 2, height - 2, fill: false);
            }

            for (var at = Tile; leaveSeams && at < Math.Max(width, height); at += Tile)
            {
                mask.DrawRect([0], at - 2, 0, 4, height, fill: true);
                mask.DrawRect([0], 0, at - 2, width, 4, fill: true);
            }
        });
    }

    private async Task<string> PyramidAsync(int quality, bool isGrey, int width, int height, double ppi = 0)
    {
        var path = _folder[$"page-{Guid.NewGuid():N}.tif"];
        using var page = isGrey ? DrawnPage.Lines(width, height) : DrawnPage.Colourful(width, height);
        using var sized = page.Copy(xres: ppi > 0 ? ppi / 25.4 : 1, yres: ppi > 0 ? ppi / 25.4 : 1);
        await Pyramid.WriteAsync(sized, path, new PyramidOptions { Tile = Tile, Quality = quality }, default);
        return path;
    }
}
