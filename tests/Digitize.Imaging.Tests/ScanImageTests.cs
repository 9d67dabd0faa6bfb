using Digitize.Imaging.Probing;
using Digitize.Imaging.Tests.Drawing;
using NetVips;

namespace Digitize.Imaging.Tests;

public sealed class ScanImageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("page.tif", ScanMediaTypes.Tiff)]
    [InlineData("page.jpg", ScanMediaTypes.Jpeg)]
    [InlineData("page.png", ScanMediaTypes.Png)]
    public async Task ProbeAsync_TellsTypeSizeAndResolution_WhateverTheNameSays(string name, string mediaType)
    {
        using var page = DrawnPage.Blank(300, 200);
        page.WriteToFile(_folder[name]);
        File.Move(_folder[name], _folder["page.dat"]);

        var result = await ScanProbe.ProbeAsync(_folder["page.dat"], "page.dat", ImageLimits.Default, default);

        Assert.True(result.IsAccepted, result.Reason?.ToString());
        Assert.Equal(mediaType, result.Header.MediaType);
        var frame = Assert.Single(result.Header.Frames);
        Assert.Equal((300, 200), (frame.Width, frame.Height));
        Assert.Equal(300, frame.Ppi!.Value, 0.1);
    }

    [Fact]
    public async Task ProbeAsync_LeavesThePpiOut_WhenTheFileDoesNotSay()
    {
        using var page = Image.Black(300, 200);
        page.Pngsave(_folder["page.png"]);

        var result = await ScanProbe.ProbeAsync(_folder["page.png"], "page.png", ImageLimits.Default, default);

        Assert.Null(result.Header!.Frames[0].Ppi);
    }

    [Fact]
    public async Task OpenAsync_GivesTheFrameAskedFor_WhenATiffHasSeveral()
    {
        using var first = DrawnPage.Blank(90, 60, paper: 50);
        using var second = DrawnPage.Blank(90, 60, paper: 180);
        using var both = first.Join(second, Enums.Direction.Vertical)
            .Mutate(image => image.Set(GValue.GIntType, "page-height", 60));
        both.Tiffsave(_folder["two.tif"]);

        var probe = await ScanProbe.ProbeAsync(_folder["two.tif"], "two.tif", ImageLimits.Default, default);
        using var opened = await ScanImage.OpenAsync(_folder["two.tif"], ScanMediaTypes.Tiff, 1, default);

        Assert.Equal(2, probe.Header!.Frames.Count);
        Assert.Equal((90, 60, 180.0), (opened.Width, opened.Height, opened.Avg()));
        await Assert.ThrowsAsync<BrokenImageException>(
            () => ScanImage.OpenAsync(_folder["two.tif"], ScanMediaTypes.Tiff, 2, default));
    }

    [Fact]
    public async Task OpenAsync_StandsUpright_WhenTheOrientationTagSaysSo()
    {
        using var lying = DrawnPage.Colourful(300, 200).Mutate(image => image.Set(GValue.GIntType, "orientation", 6));
        lying.Jpegsave(_folder["lying.jpg"], q: 100);

        using var opened = await ScanImage.OpenAsync(_folder["lying.jpg"], ScanMediaTypes.Jpeg, 0, default);

        Assert.Equal((200, 300), (opened.Width, opened.Height));
        Assert.True(opened.Getpoint(100, 10)[0] < opened.Getpoint(100, 290)[0], "stored left is upright top");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public async Task OpenLazyAsync_GivesTheSamePixels_WhateverTheOrientation(int orientation)
    {
        using var page = DrawnPage.Colourful(300, 200).Mutate(image => image.Set(GValue.GIntType, "orientation", orientation));
        page.Tiffsave(_folder["page.tif"]);

        using var opened = await ScanImage.OpenAsync(_folder["page.tif"], ScanMediaTypes.Tiff, 0, default);
        using var lazy = await ScanImage.OpenLazyAsync(_folder["page.tif"], ScanMediaTypes.Tiff, 0, default);

        Assert.Equal((opened.Width, opened.Height), (lazy.Width, lazy.Height));
        Assert.Equal(opened.WriteToMemory<byte>(), lazy.WriteToMemory<byte>());
    }

    [Fact]
    public async Task OpenAsync_FlattensOnWhite_WhenThereIsAlpha()
    {
        using var clear = Image.Black(40, 40, bands: 4).Copy(interpretation: Enums.Interpretation.Srgb);
        clear.Pngsave(_folder["clear.png"]);

        using var opened = await ScanImage.OpenAsync(_folder["clear.png"], ScanMediaTypes.Png, 0, default);

        Assert.Equal([255, 255, 255], opened.Getpoint(20, 20));
    }

    [Fact]
    public async Task OpenAsync_GivesEightBits_WhenTheScanHasSixteen()
    {
        using var deep = (Image.Black(40, 40) + 0x8080).Cast(Enums.BandFormat.Ushort)
            .Copy(interpretation: Enums.Interpretation.Grey16);
        deep.Tiffsave(_folder["deep.tif"]);

        using var opened = await ScanImage.OpenAsync(_folder["deep.tif"], ScanMediaTypes.Tiff, 0, default);

        Assert.Equal((Enums.BandFormat.Uchar, 1, 128.0), (opened.Format, opened.Bands, opened.Avg()));
    }

    [Fact]
    public async Task OpenAsync_FollowsTheProfile_WhenColoursAreNotSrgb()
    {
        using var colours = DrawnPage.Colourful(60, 60);
        using var wide = colours.IccTransform("p3", embedded: false, inputProfile: "srgb");
        wide.Tiffsave(_folder["wide.tif"]);

        using var opened = await ScanImage.OpenAsync(_folder["wide.tif"], ScanMediaTypes.Tiff, 0, default);

        Assert.True((wide - colours).Abs().Max() > 5, "the profile makes a difference");
        Assert.True((opened - colours).Abs().Max() <= 3, "and is undone");
    }

    [Fact]
    public async Task OpenAsync_GivesGrey_WhenTheScanIsBilevel()
    {
        using var page = DrawnPage.Lines(400, 500);
        page.Tiffsave(_folder["fax.tif"], compression: Enums.ForeignTiffCompression.Ccittfax4, bitdepth: 1);

        using var opened = await ScanImage.OpenAsync(_folder["fax.tif"], ScanMediaTypes.Tiff, 0, default);

        Assert.Equal((1, 0.0, 255.0), (opened.Bands, opened.Min(), opened.Max()));
    }

    [Fact]
    public async Task OpenAsync_Throws_WhenTheBandsAreNoPicture()
    {
        using var colours = DrawnPage.Colourful(50, 50);
        using var five = colours.Bandjoin(colours.ExtractBand(0, n: 2)).Copy(interpretation: Enums.Interpretation.Multiband);
        five.Tiffsave(_folder["five.tif"]);

        await Assert.ThrowsAsync<BrokenImageException>(
            () => ScanImage.OpenAsync(_folder["five.tif"], ScanMediaTypes.Tiff, 0, default));
    }

    [Fact]
    public async Task OpenAsync_ShowsTheNewFile_WhenAnotherTookItsPlace()
    {
        foreach (var paper in new[] { 50.0, 180.0 })
        {
            using var page = DrawnPage.Blank(90, 60, paper);
            page.Tiffsave(_folder["page.tif"]);

            using var opened = await ScanImage.OpenAsync(_folder["page.tif"], ScanMediaTypes.Tiff, 0, default);

            Assert.Equal(paper, opened.Avg());
        }
    }
}
