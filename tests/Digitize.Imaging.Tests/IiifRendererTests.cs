using Digitize.Core.Text;
using Digitize.Imaging.Access;
using Digitize.Imaging.Iiif;
using Digitize.Imaging.Tests.Drawing;
using NetVips;

namespace Digitize.Imaging.Tests;

/// <summary>One pyramid for all: the picture of 2,051 × 1,537 that the renderings are compared with.</summary>
public sealed class RenderedPicture : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    public Image Picture { get; } = DrawnPage.Colourful(2051, 1537).CopyMemory();

    public string Path => _folder["picture.tif"];

    public Task InitializeAsync() =>
        Pyramid.WriteAsync(Picture, Path, new PyramidOptions { Tile = 256, Quality = 95 }, default);

    public Task DisposeAsync()
    {
        Picture.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }
}

public sealed class IiifRendererTests(RenderedPicture rendered) : IClassFixture<RenderedPicture>
{
    private static readonly Box Whole = new(0, 0, 2051, 1537);

    [Theory]
    [InlineData(0, 0, 2051, 1537, 2051, 1537)]
    [InlineData(0, 0, 2051, 1537, 513, 385)]
    [InlineData(0, 0, 2051, 1537, 1000, 749)]
    [InlineData(0, 0, 2051, 1537, 129, 97)]
    [InlineData(0, 0, 2051, 1537, 1, 1)]
    [InlineData(512, 512, 512, 512, 512, 512)]
    [InlineData(512, 512, 1024, 1024, 512, 512)]
    [InlineData(1024, 1024, 1027, 513, 514, 257)]
    [InlineData(1024, 1024, 1027, 513, 257, 129)]
    [InlineData(333, 217, 1001, 777, 333, 259)]
    [InlineData(1999, 1500, 52, 37, 52, 37)]
    [InlineData(100, 100, 64, 48, 256, 192)]
    [InlineData(7, 11, 1, 1, 10, 10)]
    [InlineData(0, 0, 2051, 3, 100, 1)]
    [InlineData(300, 300, 900, 600, 200, 550)]
    public void Render_ShowsTheSamePlaceExactlyOfTheAskedSize(int x, int y, int w, int h, int width, int height)
    {
        using var picture = Image.PngloadBuffer(Render(new(new Box(x, y, w, h), width, height, Format: IiifFormat.Png)));

        Assert.Equal((width, height), (picture.Width, picture.Height));
        using var expected = Expected(new Box(x, y, w, h), width, height);
        var difference = (picture - expected).Abs();
        Assert.True(difference.Avg() < 1.5, $"mean difference {difference.Avg()}");
        Assert.True(difference.Max() < 16, $"greatest difference {difference.Max()}");
    }

    [Theory]
    [InlineData(600, 400, 2, 2)]
    [InlineData(601, 403, 2, 2)]
    [InlineData(598, 401, 4, 4)]
    [InlineData(599, 402, 3, 5)]
    public async Task Render_PutsAnEdgeWhereItIs_ToAFractionOfAPixel(int edgeX, int edgeY, int reductionX, int reductionY)
    {
        using var folder = new TempFolder();
        using var page = DrawnPage.Draw(DrawnPage.Blank(1400, 1000, paper: 200), canvas =>
            canvas.DrawRect([40], edgeX, edgeY, 1400, 1000, fill: true));
        await Pyramid.WriteAsync(page, folder["edge.tif"], new PyramidOptions { Tile = 256, Quality = 100 }, default);
        var region = new Box(edgeX - 301, edgeY - 203, 600, 400);

        using var picture = Image.PngloadBuffer(IiifRenderer.Render(folder["edge.tif"],
            new(region, region.Width / reductionX, region.Height / reductionY, Format: IiifFormat.Png), default));

        // How much of the last row and column is light tells where the edge lies.
        using var row = picture.ExtractArea(0, picture.Height - 1, picture.Width, 1);
        using var column = picture.ExtractArea(picture.Width - 1, 0, 1, picture.Height);
        Assert.Equal(301.0 / reductionX, Light(row) * picture.Width, 0.1);
        Assert.Equal(203.0 / reductionY, Light(column) * picture.Height, 0.1);
    }

    [Fact]
    public void Render_MirrorsBeforeItTurnsClockwise()
    {
        using var picture = Image.PngloadBuffer(
            Render(new(Whole, 400, 300, RotationDegrees: 90, Mirror: true, Format: IiifFormat.Png)));

        using var expected = Expected(Whole, 400, 300).Flip(Enums.Direction.Horizontal).Rot90();
        Assert.Equal((300, 400), (picture.Width, picture.Height));
        Assert.True((picture - expected).Abs().Avg() < 1.5);
    }

    [Fact]
    public void Render_TurnsByAnyAngle_WithClearCornersInPng()
    {
        using var picture = Image.PngloadBuffer(Render(new(Whole, 400, 300, RotationDegrees: 30, Format: IiifFormat.Png)));

        Assert.Equal(4, picture.Bands);
        Assert.Equal(0, picture.Getpoint(0, 0)[3]);
        Assert.Equal(255, picture.Getpoint(picture.Width / 2, picture.Height / 2)[3]);
        Assert.Equal(400 * Math.Cos(Math.PI / 6) + 300 * Math.Sin(Math.PI / 6), picture.Width, 2.0);

        // The picture grows redder to the right; turned clockwise, its right end is low.
        var (x, y) = (picture.Width / 2, picture.Height / 2);
        Assert.True(picture.Getpoint(x + 130, y + 75)[0] > picture.Getpoint(x - 130, y - 75)[0] + 100);
    }

    [Fact]
    public void Render_HasWhiteCorners_WhenJpegIsTurned()
    {
        using var picture = Image.JpegloadBuffer(Render(new(Whole, 400, 300, RotationDegrees: 30)));

        Assert.All(picture.Getpoint(0, 0), band => Assert.True(band > 250));
    }

    [Fact]
    public void Render_HasOneBand_WhenGray()
    {
        using var picture = Image.JpegloadBuffer(Render(new(Whole, 400, 300, Quality: IiifQuality.Gray)));

        Assert.Equal(1, picture.Bands);
    }

    [Theory]
    [InlineData(IiifFormat.Png)]
    [InlineData(IiifFormat.Tif)]
    public void Render_HasBlackAndWhiteOnly_WhenBitonal(IiifFormat format)
    {
        var bytes = Render(new(Whole, 400, 300, Quality: IiifQuality.Bitonal, Format: format));
        using var picture = format == IiifFormat.Png ? Image.PngloadBuffer(bytes) : Image.TiffloadBuffer(bytes);

        Assert.Equal([0.0, 255.0], picture.WriteToMemory<byte>().Distinct().Order().Select(value => (double)value));
        Assert.Equal(1, (int)picture.Get("bits-per-sample"));
    }

    [Fact]
    public void Render_WritesWebp()
    {
        var bytes = Render(new(Whole, 400, 300, Format: IiifFormat.Webp));

        Assert.True(bytes.AsSpan().StartsWith("RIFF"u8) && bytes.AsSpan(8).StartsWith("WEBP"u8));
    }

    [Theory]
    [InlineData(-1, 0, 10, 10, 10, 10)]
    [InlineData(0, 0, 2052, 10, 10, 10)]
    [InlineData(0, 0, 0, 10, 10, 10)]
    [InlineData(0, 0, int.MaxValue, 10, 10, 10)]
    [InlineData(0, 0, 10, 10, 0, 10)]
    public void Render_Throws_WhenTheRegionIsNotInside(int x, int y, int w, int h, int width, int height)
    {
        Assert.Throws<ArgumentException>(() => Render(new(new Box(x, y, w, h), width, height)));
    }

    private byte[] Render(IiifRendering rendering) => IiifRenderer.Render(rendered.Path, rendering, default);

    // The plain way: cut from the whole picture, then scale.
    private Image Expected(Box region, int width, int height)
    {
        using var cut = rendered.Picture.ExtractArea(region.X, region.Y, region.Width, region.Height);
        return cut.ThumbnailImage(width, height, size: Enums.Size.Force);
    }

    private static double Light(Image strip) => (strip.Avg() - 40) / (200 - 40);
}
