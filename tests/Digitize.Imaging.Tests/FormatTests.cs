using Digitize.Imaging.Probing;
using Digitize.Imaging.Tests.Drawing;
using ImageMagick;
using NetVips;

namespace Digitize.Imaging.Tests;

/// <summary>One of each format that libraries bring, its pixels held against the truth.</summary>
public sealed class FormatTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("page.tif", ScanMediaTypes.Tiff, 0)]
    [InlineData("page.png", ScanMediaTypes.Png, 0)]
    [InlineData("page.jpg", ScanMediaTypes.Jpeg, 6)]
    [InlineData("page.webp", ScanMediaTypes.WebP, 0)]
    [InlineData("page.jp2", ScanMediaTypes.Jpeg2000, 1)]
    [InlineData("page.j2c", ScanMediaTypes.Jpeg2000Codestream, 1)]
    [InlineData("page.jxl", ScanMediaTypes.JpegXl, 1)]
    [InlineData("page.psd", ScanMediaTypes.Photoshop, 0)]
    [InlineData("page.bmp", ScanMediaTypes.Bmp, 0)]
    public async Task OpenAsync_GivesTheColoursThatWereWritten(string name, string mediaType, int tolerance)
    {
        using var page = DrawnPage.Colourful(150, 100);
        Write(page, name);

        await AssertIsAsync(name, mediaType, page, tolerance);
    }

    [Theory]
    [InlineData("page.jp2", ScanMediaTypes.Jpeg2000)]
    [InlineData("page.jxl", ScanMediaTypes.JpegXl)]
    [InlineData("page.psd", ScanMediaTypes.Photoshop)]
    [InlineData("page.bmp", ScanMediaTypes.Bmp)]
    public async Task OpenAsync_GivesGrey_WhenItIsGrey(string name, string mediaType)
    {
        using var colours = DrawnPage.Colourful(150, 100);
        using var page = colours.ExtractBand(0).Copy(interpretation: Enums.Interpretation.Bw);
        Write(page, name);

        await AssertIsAsync(name, mediaType, page, 1);
    }

    [Fact]
    public async Task OpenAsync_ReadsHeic()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "fixtures", "page.heic"), _folder["page.heic"]);
        using var places = Image.Xyz(64, 48);
        using var truth = (places.ExtractBand(0) * 3 + 20)
            .Bandjoin(places.ExtractBand(1) * 4 + 20, places.ExtractBand(0) * 0 + 128)
            .Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);

        await AssertIsAsync("page.heic", ScanMediaTypes.Heic, truth, 2);
    }

    [Fact]
    public async Task OpenAsync_DevelopsADng()
    {
        var path = _folder.Holding("page.dng", DngFile.Bytes());

        var probe = await ScanProbe.ProbeAsync(path, "page.dng", ImageLimits.Default, default);
        Assert.True(probe.IsAccepted, probe.Reason?.ToString());
        Assert.Equal(ScanMediaTypes.Dng, probe.Header.MediaType);
        using var opened = await ScanImage.OpenAsync(path, ScanMediaTypes.Dng, 0, default);

        Assert.Equal((3, DngFile.Width, DngFile.Height), (opened.Bands, opened.Width, opened.Height));
        var (grey, red, blue) = (Middle(0), Middle(1), Middle(2));
        Assert.True(grey.Max() - grey.Min() <= 6 && grey[0] > 90, $"grey: {string.Join(' ', grey)}");
        Assert.True(red[0] > red[1] + 60 && red[0] > red[2] + 60, $"red: {string.Join(' ', red)}");
        Assert.True(blue[2] > blue[0] + 60 && blue[2] > blue[1] + 60, $"blue: {string.Join(' ', blue)}");

        double[] Middle(int band) => opened.Getpoint((band * 2 + 1) * DngFile.Width / 6, DngFile.Height / 2);
    }

    [Theory]
    [InlineData("image/x-nikon-nef", "NIKON CORPORATION")]
    [InlineData("image/x-sony-arw", "SONY")]
    [InlineData(ScanMediaTypes.OtherRaw, "Unheard of")]
    public void RawKind_TellsACamerasRawFromATiff_ByItsDirectory(string mediaType, string make)
    {
        var path = _folder.Holding("raw.tif", new TiffBytes().Add(
            new byte[64], TiffTag.Long(256, 8), TiffTag.Long(257, 4), TiffTag.Short(258, 16), TiffTag.Short(259, 1),
            TiffTag.Short(262, 32803), TiffTag.Text(271, make), TiffTag.Short(277, 1)).ToArray());

        var kind = Probing.Tiff.RawKinds.Of(Probing.Tiff.TiffPages.DirectoriesOf(path, 10)[0]);

        Assert.Equal(mediaType, kind);
    }

    [Theory]
    [InlineData("page.jpg", ScanMediaTypes.Jpeg, false)]
    [InlineData("PAGE.JPG", ScanMediaTypes.Jpeg, false)]
    [InlineData("page.tif", ScanMediaTypes.Jpeg, true)]
    [InlineData("page", ScanMediaTypes.Tiff, true)]
    public void IsMislabelled_ComparesNameAndContent(string name, string mediaType, bool expected) =>
        Assert.Equal(expected, ScanMediaTypes.IsMislabelled(name, mediaType));

    private async Task AssertIsAsync(string name, string mediaType, Image truth, int tolerance)
    {
        var probe = await ScanProbe.ProbeAsync(_folder[name], name, ImageLimits.Default, default);
        Assert.True(probe.IsAccepted, probe.Reason?.ToString());
        Assert.Equal(mediaType, probe.Header.MediaType);
        var frame = Assert.Single(probe.Header.Frames);
        Assert.Equal((truth.Width, truth.Height), (frame.Width, frame.Height));
        Assert.False(ScanMediaTypes.IsMislabelled(name, mediaType));

        using var opened = await ScanImage.OpenAsync(_folder[name], mediaType, 0, default);
        Assert.Equal((truth.Bands, truth.Width, truth.Height), (opened.Bands, opened.Width, opened.Height));
        Assert.True((opened - truth).Abs().Max() <= tolerance, $"differs by {(opened - truth).Abs().Max()}");

        using var lazy = await ScanImage.OpenLazyAsync(_folder[name], mediaType, 0, default);
        Assert.Equal(opened.WriteToMemory<byte>(), lazy.WriteToMemory<byte>());
    }

    // What libvips does not read it does not write either.
    private void Write(Image page, string name)
    {
        if (name.EndsWith(".jpg", StringComparison.Ordinal))
        {
            page.Jpegsave(_folder[name], q: 97, subsampleMode: Enums.ForeignSubsample.Off);
        }
        else if (name.EndsWith(".webp", StringComparison.Ordinal))
        {
            page.Webpsave(_folder[name], lossless: true);
        }
        else if (name is "page.tif" or "page.png")
        {
            page.WriteToFile(_folder[name]);
        }
        else
        {
            using var picture = new MagickImage(page.PngsaveBuffer()) { Quality = 100 };
            picture.Settings.SetDefine("jp2:rate", "1");
            picture.Write(_folder[name]);
            if (name.EndsWith(".j2c", StringComparison.Ordinal))
            {
                // What is written is a JP2 whatever the name; the codestream in it is the other format.
                var boxed = File.ReadAllBytes(_folder[name]);
                File.WriteAllBytes(_folder[name], boxed[boxed.AsSpan().IndexOf((byte[])[0xFF, 0x4F, 0xFF, 0x51])..]);
            }
        }
    }
}
