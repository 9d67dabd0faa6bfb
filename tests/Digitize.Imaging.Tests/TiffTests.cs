using Digitize.Imaging.Probing;
using Digitize.Imaging.Tests.Drawing;
using NetVips;

namespace Digitize.Imaging.Tests;

/// <summary>The TIFFs of the trade: depths, colours, packings, strips and tiles, pages and pyramids.</summary>
public sealed class TiffTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, Enums.ForeignTiffCompression, bool, bool> Kinds()
    {
        var kinds = new TheoryData<string, Enums.ForeignTiffCompression, bool, bool>();
        foreach (var colour in new[] { "grey8", "rgb8", "grey16", "rgb16" })
        {
            foreach (var packing in new[]
                { Enums.ForeignTiffCompression.None, Enums.ForeignTiffCompression.Lzw, Enums.ForeignTiffCompression.Deflate })
            {
                kinds.Add(colour, packing, false, false);
                kinds.Add(colour, packing, true, true);
            }
        }

        return kinds;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task OpenAsync_GivesEveryPixel(string colour, Enums.ForeignTiffCompression packing, bool tile, bool big)
    {
        using var truth = Truth(colour.StartsWith("grey", StringComparison.Ordinal));
        using var stored = colour.EndsWith("16", StringComparison.Ordinal) ? Deep(truth) : truth.Copy();
        stored.Tiffsave(_folder["page.tif"], compression: packing, tile: tile, tileWidth: 64, tileHeight: 64, bigtiff: big);

        using var opened = await OpenAsync("page.tif");

        Assert.Equal((truth.Bands, Enums.BandFormat.Uchar), (opened.Bands, opened.Format));
        Assert.Equal(0, (opened - truth).Abs().Max());
    }

    [Theory]
    [InlineData(Enums.ForeignTiffCompression.None)]
    [InlineData(Enums.ForeignTiffCompression.Ccittfax4)]
    public async Task OpenAsync_GivesEveryPixel_WhenItIsBilevel(Enums.ForeignTiffCompression packing)
    {
        using var truth = DrawnPage.Lines(300, 400) > 128;
        truth.Copy(interpretation: Enums.Interpretation.Bw).Tiffsave(_folder["fax.tif"], compression: packing, bitdepth: 1);

        using var opened = await OpenAsync("fax.tif");

        Assert.Equal(0, (opened - truth).Abs().Max());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OpenAsync_ReadsJpegInTiff(bool tile)
    {
        using var truth = Truth(isGrey: false);
        truth.Tiffsave(_folder["jpeg.tif"], compression: Enums.ForeignTiffCompression.Jpeg, q: 95, tile: tile);

        using var opened = await OpenAsync("jpeg.tif");

        Assert.True((opened - truth).Abs().Avg() < 3, $"{(opened - truth).Abs().Avg()}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OpenAsync_TurnsCmykIntoSrgb_WithAndWithoutItsProfile(bool hasProfile)
    {
        using var truth = Truth(isGrey: false);
        using var inks = truth.IccTransform("cmyk", embedded: false, inputProfile: "srgb");
        using var stored = inks.Mutate(image =>
        {
            if (!hasProfile)
            {
                image.Remove("icc-profile-data");
            }
        });
        stored.Tiffsave(_folder["cmyk.tif"]);

        using var opened = await OpenAsync("cmyk.tif");

        Assert.Equal(3, opened.Bands);
        Assert.True((opened - truth).Abs().Avg() < 12, $"{(opened - truth).Abs().Avg()}");
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("for inks")]
    public async Task OpenAsync_PassesOverTheProfileAndSaysSo_WhenItIsOfNoUse(string kind)
    {
        using var colours = Truth(isGrey: false);
        using var inks = colours.IccTransform("cmyk", embedded: false, inputProfile: "srgb");
        var profile = kind == "garbage" ? new byte[3000] : (byte[])inks.Get("icc-profile-data");
        byte[] pixels = [.. Enumerable.Range(0, 20 * 10).Select(i => (byte)i)];
        _folder.Holding("page.tif", new TiffBytes().Add(pixels, [.. Grey8(20, 10), TiffTag.Bytes(34675, profile)]).ToArray());

        using var opened = await OpenAsync("page.tif");

        Assert.Equal(pixels, opened.WriteToMemory<byte>());
        Assert.True(ScanImage.HasBrokenProfile(opened));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public async Task OpenAsync_ReadsEitherByteOrder_SmallAndBig(bool isLittle, bool isBig)
    {
        byte[] pixels = [.. Enumerable.Range(0, 20 * 10).Select(i => (byte)i)];
        var tiff = new TiffBytes(isLittle, isBig).Add(pixels, Grey8(20, 10)).Add(new byte[200], Grey8(20, 10));
        _folder.Holding("page.tif", tiff.ToArray());

        var probe = await ProbeAsync("page.tif");
        using var opened = await OpenAsync("page.tif");

        Assert.Equal(2, probe.Header!.Frames.Count);
        Assert.Equal(pixels, opened.WriteToMemory<byte>());
    }

    [Fact]
    public async Task ProbeAsync_CountsPages_NotTheCopiesOfAPyramid()
    {
        using var page = DrawnPage.Colourful(900, 700);
        page.Tiffsave(_folder["pyramid.tif"], pyramid: true, tile: true, tileWidth: 128, tileHeight: 128);
        using var loaded = Image.Tiffload(_folder["pyramid.tif"]);
        Assert.True((int)loaded.Get("n-pages") > 2, "the file has several directories");

        var probe = await ProbeAsync("pyramid.tif");

        Assert.Equal((900, 700), probe.Header!.Frames.Select(frame => (frame.Width, frame.Height)).Single());
    }

    [Fact]
    public async Task OpenAsync_CountsFramesWithoutTheThumbnails()
    {
        TiffTag[] Thumbnail() => [TiffTag.Long(254, 1), .. Grey8(4, 4)];
        var tiff = new TiffBytes()
            .Add(new byte[16], Thumbnail()).Add([.. Enumerable.Repeat((byte)70, 200)], Grey8(20, 10))
            .Add(new byte[16], Thumbnail()).Add([.. Enumerable.Repeat((byte)90, 200)], Grey8(20, 10));
        _folder.Holding("two.tif", tiff.ToArray());

        var probe = await ProbeAsync("two.tif");
        using var second = await ScanImage.OpenAsync(_folder["two.tif"], ScanMediaTypes.Tiff, 1, default);

        Assert.Equal(2, probe.Header!.Frames.Count);
        Assert.Equal((20, 90.0), (second.Width, second.Avg()));
    }

    private static Image Truth(bool isGrey)
    {
        using var colours = DrawnPage.Colourful(200, 150);
        return isGrey ? colours.ExtractBand(0).Copy(interpretation: Enums.Interpretation.Bw) : colours.Copy();
    }

    // What it becomes again when the lower half of each sample is let go.
    private static Image Deep(Image eight) => (eight * 257).Cast(Enums.BandFormat.Ushort)
        .Copy(interpretation: eight.Bands == 1 ? Enums.Interpretation.Grey16 : Enums.Interpretation.Rgb16);

    private static TiffTag[] Grey8(int width, int height) =>
    [
        TiffTag.Long(256, width), TiffTag.Long(257, height), TiffTag.Short(258, 8), TiffTag.Short(259, 1),
        TiffTag.Short(262, 1), TiffTag.Short(277, 1), TiffTag.Long(278, height),
    ];

    private Task<ProbeResult> ProbeAsync(string name) => ScanProbe.ProbeAsync(_folder[name], name, ImageLimits.Default, default);

    private async Task<Image> OpenAsync(string name)
    {
        var probe = await ProbeAsync(name);
        Assert.True(probe.IsAccepted, probe.Reason?.ToString());
        return await ScanImage.OpenAsync(_folder[name], ScanMediaTypes.Tiff, 0, default);
    }
}
