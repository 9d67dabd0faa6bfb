using Digitize.Formats.Iiif.Image;
using Digitize.Formats.Tests.Samples;

namespace Digitize.Formats.Tests.Iiif;

public sealed class StaticPictureTests
{
    private static readonly ImageInfo Info = new("https://x/a", 1201, 600, ImageLimits.Default) { IsStatic = true };

    [Fact]
    public void Of_ListsSizesMaxAndTilesWithSizesRoundedUp()
    {
        var paths = StaticPicture.Of(Info).Select(picture => picture.Path.Replace("/0/default.jpg", ""));

        Assert.Equal(
            [
                "full/301,150", "full/601,300", "full/1201,600", "full/max",
                "0,0,512,512/512,512", "512,0,512,512/512,512", "1024,0,177,512/177,512",
                "0,512,512,88/512,88", "512,512,512,88/512,88", "1024,512,177,88/177,88",
                "0,0,1024,600/512,300", "1024,0,177,600/89,300",
                "0,0,1201,600/301,150",
            ],
            paths);
    }

    [Fact]
    public void Of_MakesMaxNoLargerThanTheLimits()
    {
        var large = Info with { Width = 24_000, Height = 12_000 };

        var max = StaticPicture.Of(large).Single(picture => picture.Path.StartsWith("full/max", StringComparison.Ordinal));

        Assert.Equal((6_000, 3_000), (max.Width, max.Height));
    }

    [Theory]
    [InlineData(256)]
    [InlineData(1024)]
    public void Sizes_HoldTheManifestsThumbnail_WhateverTheTiles(int tile)
    {
        var thumbnail = Info.Sizes[0];

        Assert.Contains(thumbnail, (Info with { TileSize = tile }).Sizes);
    }

    [Fact]
    public async Task Write_SaysLevel0AndPromisesNothingElse()
    {
        var written = await Written.ByAsync(stream => Info.WriteAsync(ImageApiVersion.V3, stream, CancellationToken.None));

        Assert.Equal(
            """{"@context":"http://iiif.io/api/image/3/context.json","id":"https://x/a","type":"ImageService3","protocol":"http://iiif.io/api/image","profile":"level0","width":1201,"height":600,"sizes":[{"width":301,"height":150},{"width":601,"height":300},{"width":1201,"height":600}],"tiles":[{"width":512,"height":512,"scaleFactors":[1,2,4]}]}""",
            written.Text);
    }
}
