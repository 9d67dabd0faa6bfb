using Digitize.Formats.Iiif.Image;
using Digitize.Formats.Tests.Samples;
using FsCheck.Xunit;

namespace Digitize.Formats.Tests.Iiif;

public sealed class ImageInfoTests
{
    private static readonly ImageInfo Info = new(
        "https://so.example.vn/iiif/image/3/a%2Fb", 1201, 600, new ImageLimits(3000, 3000, 9_000_000),
        "https://rightsstatements.org/vocab/NoC-NC/1.0/");

    [Fact]
    public async Task Write_GivesExactlyThis_ForVersion3()
    {
        var written = await Written.ByAsync(stream => Info.WriteAsync(ImageApiVersion.V3, stream, CancellationToken.None));

        Assert.Equal(
            """{"@context":"http://iiif.io/api/image/3/context.json","id":"https://so.example.vn/iiif/image/3/a%2Fb","type":"ImageService3","protocol":"http://iiif.io/api/image","profile":"level2","width":1201,"height":600,"sizes":[{"width":301,"height":150},{"width":601,"height":300},{"width":1201,"height":600}],"tiles":[{"width":512,"height":512,"scaleFactors":[1,2,4]}],"maxWidth":3000,"maxHeight":3000,"maxArea":9000000,"rights":"http://rightsstatements.org/vocab/NoC-NC/1.0/","extraFormats":["webp","tif"],"extraQualities":["color","gray","bitonal"],"extraFeatures":["mirroring","profileLinkHeader","rotationArbitrary","sizeUpscaling"]}""",
            written.Text);
    }

    [Fact]
    public async Task Write_GivesExactlyThis_ForVersion2()
    {
        var written = await Written.ByAsync(stream => Info.WriteAsync(ImageApiVersion.V2, stream, CancellationToken.None));

        Assert.Equal(
            """{"@context":"http://iiif.io/api/image/2/context.json","@id":"https://so.example.vn/iiif/image/3/a%2Fb","protocol":"http://iiif.io/api/image","width":1201,"height":600,"sizes":[{"width":301,"height":150},{"width":601,"height":300},{"width":1201,"height":600}],"tiles":[{"width":512,"height":512,"scaleFactors":[1,2,4]}],"profile":["http://iiif.io/api/image/2/level2.json",{"formats":["jpg","png","webp","tif"],"qualities":["color","gray","bitonal","default"],"supports":["mirroring","profileLinkHeader","regionSquare","rotationArbitrary"],"maxWidth":3000,"maxHeight":3000,"maxArea":9000000}],"license":"http://rightsstatements.org/vocab/NoC-NC/1.0/"}""",
            written.Text);
    }

    [Fact]
    public async Task Write_LeavesRightsOut_WhenIiifDoesNotAdmitThem()
    {
        var info = Info with { Rights = "https://thuvien.vn/quyen" };

        var written = await Written.ByAsync(stream => info.WriteAsync(ImageApiVersion.V3, stream, CancellationToken.None));

        Assert.False(written.Json.TryGetProperty("rights", out _));
    }

    [Property(MaxTest = 300)]
    public void Sizes_AreWhatTheWidthAloneReturns(ushort width, ushort height)
    {
        var info = new ImageInfo("https://x", width + 1, height + 1, new ImageLimits(50_000, 50_000, 1_000_000_000));

        foreach (var size in info.Sizes)
        {
            Assert.True(ImageRequest.TryParse(
                new ImageParameters("full", $"{size.Width},", "0", "default.jpg"),
                info.Width, info.Height, info.Limits, ImageApiVersion.V3, out var request, out _));
            Assert.Equal(size, new ImageSize(request.Width, request.Height));
        }
    }

    [Fact]
    public void Sizes_LeaveOut_WhatTheLimitsRefuse()
    {
        var info = Info with { Limits = new ImageLimits(700, 700, 490_000) };

        Assert.Equal([new ImageSize(301, 150), new ImageSize(601, 300)], info.Sizes);
    }

    [Theory]
    [InlineData(512, 512, 1)]
    [InlineData(513, 1, 2)]
    [InlineData(1024, 1025, 3)]
    public void ScaleFactors_GoOn_UntilOneTileHoldsTheImage(int width, int height, int count)
    {
        Assert.Equal(count, (Info with { Width = width, Height = height }).ScaleFactors.Count);
    }
}
