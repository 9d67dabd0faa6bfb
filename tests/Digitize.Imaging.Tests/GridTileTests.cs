using Digitize.Core.Text;
using Digitize.Imaging.Access;
using Digitize.Imaging.Iiif;
using Digitize.Imaging.Tests.Drawing;
using NetVips;

namespace Digitize.Imaging.Tests;

public sealed class GridTileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(85, false)]
    [InlineData(95, false)]
    [InlineData(85, true)]
    public async Task Render_CopiesTheTile_WithThePixelsOfTheDrawnOne(int quality, bool isGrey)
    {
        var path = await PyramidAsync(quality, isGrey);
        var info = PyramidInfo.Read(path);

        for (var level = 0; level < info.Levels.Count; level++)
        {
            for (var x = 0; x + 256 <= info.Levels[level].Width; x += 256)
            {
                var asked = Asked(x, level < 2 ? 256 : 0, level);
                var copied = IiifRenderer.Render(path, asked, default);

                Assert.Equal(Found(path, asked), copied);
                using var shown = Image.JpegloadBuffer(copied, failOn: Enums.FailOn.Warning);
                using var drawn = Image.PngloadBuffer(
                    IiifRenderer.Draw(path, info, asked with { Format = IiifFormat.Png }, default));
                Assert.Equal((256, 256, isGrey ? 1 : 3), (shown.Width, shown.Height, shown.Bands));
                Assert.True((shown - drawn).Abs().Max() <= 2, $"level {level}, {x}: {(shown - drawn).Abs().Max()}");
            }
        }
    }

    [Fact]
    public async Task Render_CopiesGrey_WhenThePageIsGrey()
    {
        var asked = Asked(256, 256, 0) with { Quality = IiifQuality.Gray };

        Assert.NotNull(Found(await PyramidAsync(85, isGrey: true), asked));
        Assert.Null(Found(await PyramidAsync(85, isGrey: false), asked));
    }

    public static TheoryData<string, IiifRendering> OffTheGrid => new()
    {
        { "between two tiles", Asked(128, 256, 0) },
        { "between two rows", Asked(256, 128, 0) },
        { "over the right edge of its level", Asked(1280, 0, 0) with { Region = new Box(1280, 0, 139, 256), Width = 139 } },
        { "half a tile", Asked(0, 0, 0) with { Width = 128, Height = 128 } },
        { "no power of two", Asked(0, 0, 0) with { Region = new Box(0, 0, 768, 768) } },
        { "squeezed", Asked(0, 0, 0) with { Region = new Box(0, 0, 512, 256) } },
        { "another format", Asked(0, 0, 0) with { Format = IiifFormat.Png } },
        { "mirrored", Asked(0, 0, 0) with { Mirror = true } },
        { "turned", Asked(0, 0, 0) with { RotationDegrees = 90 } },
        { "black and white", Asked(0, 0, 0) with { Quality = IiifQuality.Bitonal } },
        { "a level that is not there", Asked(0, 0, 3) with { Region = new Box(0, 0, 2048, 2048) } },
    };

    [Theory]
    [MemberData(nameof(OffTheGrid))]
    public async Task Render_Draws_WhenTheRequestIsNotATileAsItLies(string why, IiifRendering asked)
    {
        var path = await PyramidAsync(85, isGrey: false);

        Assert.True(Found(path, asked) is null, why);
    }

    [Fact]
    public async Task Render_Draws_WhenOnlyTheFullSizeReachesOverTheEdge()
    {
        // 1,419 pixels are 709 when halved: the third tile of the halved level is not whole, though 1,024 + 512 is near.
        var path = await PyramidAsync(85, isGrey: false);

        Assert.NotNull(Found(path, Asked(256, 0, 1)));
        Assert.Null(Found(path, new(new Box(1024, 0, 395, 512), 198, 256)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(400)]
    public async Task Read_IsRefused_WhenTheFileIsCut(int length)
    {
        var whole = await File.ReadAllBytesAsync(await PyramidAsync(85, isGrey: false));
        var cut = _folder.Holding("cut.tif", whole[..length]);

        Assert.Throws<BrokenImageException>(() => PyramidInfo.Read(cut));
    }

    [Fact]
    public async Task Read_EndsOrIsRefused_WhenBytesAreOther()
    {
        var whole = await File.ReadAllBytesAsync(await PyramidAsync(85, isGrey: false));
        var random = new Random(7);
        for (var i = 0; i < 400; i++)
        {
            var mutated = (byte[])whole.Clone();
            var at = BitConverter.ToInt32(whole, 4) + random.Next(2 + 12 * 20);
            mutated[at % mutated.Length] = (byte)random.Next(256);
            var path = _folder.Holding("other.tif", mutated);

            if (Record.Exception(() => PyramidInfo.Read(path)) is { } refused)
            {
                Assert.IsType<BrokenImageException>(refused);
            }
        }
    }

    private async Task<string> PyramidAsync(int quality, bool isGrey)
    {
        using var page = isGrey ? DrawnPage.Lines(1419, 1100) : DrawnPage.Colourful(1419, 1100);
        await Pyramid.WriteAsync(page, _folder["page.tif"], new PyramidOptions { Tile = 256, Quality = quality }, default);
        return _folder["page.tif"];
    }

    private static IiifRendering Asked(int x, int y, int level) =>
        new(new Box(x << level, y << level, 256 << level, 256 << level), 256, 256);

    private static byte[]? Found(string path, IiifRendering asked)
    {
        using var pyramid = PyramidFile.Open(path);
        return GridTile.Find(pyramid, asked);
    }
}
