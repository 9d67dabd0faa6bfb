using Digitize.Imaging.Access;
using Digitize.Imaging.Deskew;
using Digitize.Imaging.Tests.Drawing;
using NetVips;

namespace Digitize.Imaging.Tests;

public sealed class AccessSourceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(0.7)]
    [InlineData(-5)]
    [InlineData(90)]
    public async Task Image_IsThePageTurned_AndNothingIsLeftBehind(double degrees)
    {
        using var page = DrawnPage.Colourful(1500, 2100);
        page.Tiffsave(_folder["master.tif"]);

        using (var source = await OpenAsync("master.tif", ScanMediaTypes.Tiff, degrees))
        {
            await Pyramid.WriteAsync(source.Image, _folder["page.tif"], new PyramidOptions { Quality = 95 }, default);
        }

        using var written = Image.Tiffload(_folder["page.tif"]);
        using var expected = Straightened.Apply(page, PageGeometry.Turned(1500, 2100, degrees));
        Assert.Equal((expected.Width, expected.Height), (written.Width, written.Height));
        Assert.True((written - expected).Abs().Avg() < 2, "the same place shows the same");
        Assert.False(Directory.Exists(_folder["spool"]) && Directory.EnumerateFiles(_folder["spool"]).Any());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public async Task Image_IsUpright_WhenTheCameraSaysHowItWasHeld(int orientation)
    {
        using var page = DrawnPage.Colourful(900, 600);
        using var held = page.Mutate(m => m.Set(GValue.GIntType, "orientation", orientation));
        held.Jpegsave(_folder["held.jpg"], q: 95);
        using var expected = await ScanImage.OpenAsync(_folder["held.jpg"], ScanMediaTypes.Jpeg, 0, default);

        using var source = await OpenAsync("held.jpg", ScanMediaTypes.Jpeg, 0);

        Assert.Equal((expected.Width, expected.Height), (source.Image.Width, source.Image.Height));
        Assert.Equal(0, (source.Image - expected).Abs().Max());
    }

    [Fact]
    public async Task Image_KeepsDepthAndColoursThroughTheCopy()
    {
        using var page = (DrawnPage.Colourful(700, 500) * 257).Cast(Enums.BandFormat.Ushort)
            .Copy(interpretation: Enums.Interpretation.Rgb16);
        page.Tiffsave(_folder["deep.tif"], profile: "srgb");
        using var opened = await ScanImage.OpenAsync(_folder["deep.tif"], ScanMediaTypes.Tiff, 0, default);
        using var expected = Straightened.Apply(opened, PageGeometry.Turned(700, 500, 2));

        using var source = await OpenAsync("deep.tif", ScanMediaTypes.Tiff, 2);

        Assert.True((source.Image - expected).Abs().Max() <= 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Pulling_Throws_AndLeavesNothing_WhenTheDataEndsEarly(double degrees)
    {
        using var page = DrawnPage.Colourful(1500, 2100);
        page.Jpegsave(_folder["whole.jpg"]);
        var bytes = await File.ReadAllBytesAsync(_folder["whole.jpg"]);
        _folder.Holding("cut.jpg", bytes[..(bytes.Length / 2)]);

        await Assert.ThrowsAsync<VipsException>(async () =>
        {
            using var source = await OpenAsync("cut.jpg", ScanMediaTypes.Jpeg, degrees);
            await Pyramid.WriteAsync(source.Image, _folder["page.tif"], new PyramidOptions(), default);
        });

        Assert.False(File.Exists(_folder["page.tif"]));
        Assert.False(Directory.Exists(_folder["spool"]) && Directory.EnumerateFiles(_folder["spool"]).Any());
    }

    [Theory]
    [InlineData(1801, 1203, 400, 2)]
    [InlineData(6400, 4800, 400, 4)]
    [InlineData(6399, 4800, 400, 3)]
    [InlineData(300, 200, 300, 0)]
    public async Task Thumbnail_ReadsTheNearestLevel(int width, int height, int edge, int level)
    {
        using var page = DrawnPage.Blank(width, height);
        await Pyramid.WriteAsync(page, _folder["page.tif"], new PyramidOptions { Tile = 256 }, default);

        var info = PyramidInfo.Read(_folder["page.tif"]);

        Assert.Equal(level, info.LevelFor((double)width / edge));
    }

    private Task<AccessSource> OpenAsync(string name, string mediaType, double degrees) => AccessSource.OpenAsync(
        _folder[name], mediaType, 0, (width, height) => PageGeometry.Turned(width, height, degrees), _folder["spool"], default);
}
