using System.Text;
using Digitize.Imaging.Decoding;
using Digitize.Imaging.Probing;
using Digitize.Imaging.Tests.Drawing;
using ImageMagick;
using NetVips;

namespace Digitize.Imaging.Tests;

/// <summary>Small files that want to become large, endless or something else.</summary>
public sealed class BombTests : IDisposable
{
    private static readonly TiffTag[] Grey =
    [
        TiffTag.Short(258, 8), TiffTag.Short(259, 1), TiffTag.Short(262, 1), TiffTag.Short(277, 1),
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task ProbeAsync_Refuses_WhenABilevelPngClaimsMoreThanIsAllowed() =>
        AssertRefusedAsync("bomb.png", PngBytes.Claiming(50_000, 50_000, depth: 1, colour: 0), "image-too-large");

    [Fact]
    public Task ProbeAsync_Refuses_WhenAllIsWithinTheLimitsButTheFileIsFarTooSmall() =>
        AssertRefusedAsync(
            "bomb.png", PngBytes.Claiming(24_000, 24_000, depth: 1, colour: 0, PngBytes.Zeros(24_000L * 3_001)), "image-bomb");

    [Fact]
    public Task ProbeAsync_Refuses_WhenATiffClaimsMoreThanItHolds() =>
        AssertRefusedAsync(
            "claims.tif",
            new TiffBytes().Add(new byte[100], [TiffTag.Long(256, 9_000), TiffTag.Long(257, 9_000), .. Grey]).ToArray(),
            "image-truncated");

    [Fact]
    public Task ProbeAsync_Refuses_WhenAStripLiesBeyondTheEnd() =>
        AssertRefusedAsync(
            "beyond.tif",
            new TiffBytes().Add(
                new byte[100], [TiffTag.Long(256, 10), TiffTag.Long(257, 10), TiffTag.Long(279, 4_000_000_000), .. Grey]).ToArray(),
            "image-truncated");

    [Fact]
    public Task ProbeAsync_Refuses_WhenTheDirectoriesOfATiffLeadBack() =>
        AssertRefusedAsync(
            "circle.tif",
            new TiffBytes()
                .Add(new byte[100], TiffTag.Long(256, 10), TiffTag.Long(257, 10), Grey[0], Grey[1], Grey[2], Grey[3])
                .Add(new byte[100], lieAboutNext: 108, TiffTag.Long(256, 10), TiffTag.Long(257, 10), Grey[0], Grey[1], Grey[2], Grey[3])
                .ToArray(),
            "image-circle");

    [Fact]
    public Task ProbeAsync_Refuses_WhenATagHasMoreValuesThanTheFileHasBytes() =>
        AssertRefusedAsync(
            "values.tif",
            new TiffBytes().Add(
                new byte[100], [TiffTag.Long(256, 10), TiffTag.Long(257, 10), .. Grey[1..], new TiffTag(258, 3, new long[70_000])])
                .ToArray()[..20_000],
            "image-truncated");

    [Fact]
    public Task ProbeAsync_Refuses_WhenAPdfHasAHundredThousandPages() =>
        AssertRefusedAsync("pages.pdf", PdfBytes.WithPages(100_000), "image-too-large");

    [Fact]
    public Task ProbeAsync_KillsTheDecoder_WhenAPdfNestsWithoutEnd() =>
        AssertRefusedAsync("nested.pdf", PdfBytes.Nested(12), "image-slow", new ImageLimits { HeaderCpuSeconds = 2 });

    [Fact]
    public Task ProbeAsync_Refuses_WhenAPdfStreamUnfoldsBeyondTheBound() =>
        AssertRefusedAsync("bomb.pdf", PdfBytes.WithContent(PngBytes.Zeros(80 << 20)), "image-bomb");

    [Fact]
    public Task ProbeAsync_Refuses_WhenAPdfHoldsOtherFiles() =>
        AssertRefusedAsync("portfolio.pdf", PdfBytes.Portfolio(), "pdf-portfolio");

    [Fact]
    public Task ProbeAsync_Refuses_WhenAPdfHasAPassword() =>
        AssertRefusedAsync("locked.pdf", PdfBytes.Locked(), "pdf-locked");

    [Fact]
    public async Task ProbeAsync_Refuses_WhenAWebPMoves()
    {
        using var frames = DrawnPage.Colourful(40, 80).Mutate(image => image.Set(GValue.GIntType, "page-height", 40));
        frames.Webpsave(_folder["moving.webp"]);

        await AssertRefusedAsync("moving.webp", await File.ReadAllBytesAsync(_folder["moving.webp"]), "image-moving");
    }

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj << >> endobj\n%%EOF")]
    [InlineData("PK\u0003\u0004 and so on")]
    [InlineData("<script>alert(1)</script>")]
    public async Task ProbeAsync_GoesByTheFirstBytes_WhenAnotherFileFollows(string second)
    {
        using var page = DrawnPage.Colourful(90, 60);
        var path = _folder.Holding("both.pdf", [.. page.JpegsaveBuffer(), .. Encoding.UTF8.GetBytes(second)]);

        var probe = await ScanProbe.ProbeAsync(path, "both.pdf", ImageLimits.Default, default);
        using var opened = await ScanImage.OpenAsync(path, ScanMediaTypes.Jpeg, 0, default);

        Assert.Equal(ScanMediaTypes.Jpeg, probe.Header!.MediaType);
        Assert.Equal((90, 60), (opened.Width, opened.Height));
        Assert.True(ScanMediaTypes.IsMislabelled("both.pdf", probe.Header.MediaType));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task OpenAsync_GivesThePixels_WhenTheExifIsGarbage(int seed)
    {
        using var page = DrawnPage.Colourful(90, 60);
        var jpeg = page.JpegsaveBuffer();
        var garbage = new byte[60_000];
        new Random(seed).NextBytes(garbage);
        byte[] segment = [.. "Exif\0\0II*\0\b\0\0\0"u8, .. garbage];
        var length = segment.Length + 2;
        var path = _folder.Holding(
            "exif.jpg", [.. jpeg[..2], 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. segment, .. jpeg[2..]]);

        using var opened = await ScanImage.OpenAsync(path, ScanMediaTypes.Jpeg, 0, default);

        using var expected = Image.JpegloadBuffer(jpeg);
        Assert.Equal(90 * 60, opened.Width * opened.Height);
        Assert.Equal(expected.Avg(), opened.Avg(), 0.01);
    }

    [Fact]
    public async Task OpenAsync_NeverReadsTheXml_WhenATiffTagHoldsAnEntityBomb()
    {
        var xml = new StringBuilder("<!DOCTYPE x [<!ENTITY a \"ha\">");
        for (var name = 'b'; name <= 'z'; name++)
        {
            xml.Append($"<!ENTITY {name} \"{string.Concat(Enumerable.Repeat($"&{(char)(name - 1)};", 10))}\">");
        }

        var path = _folder.Holding("xmp.tif", new TiffBytes().Add(
            new byte[100],
            [TiffTag.Long(256, 10), TiffTag.Long(257, 10), .. Grey, TiffTag.Bytes(700, Encoding.UTF8.GetBytes($"{xml}]><x>&z;</x>"))]).ToArray());

        var probe = await ScanProbe.ProbeAsync(path, "xmp.tif", ImageLimits.Default, default);
        using var opened = await ScanImage.OpenAsync(path, ScanMediaTypes.Tiff, 0, default);

        Assert.True(probe.IsAccepted);
        Assert.Equal(0, opened.Avg());
    }

    [Theory]
    [InlineData("iCCP")]
    [InlineData("zTXt")]
    public async Task OpenAsync_PassesOverIt_WhenAPngChunkIsABomb(string chunk)
    {
        byte[] bomb = [.. Encoding.ASCII.GetBytes(chunk), .. "name\0\0"u8, .. PngBytes.Zeros(1L << 30)];
        var path = _folder.Holding("chunk.png", PngBytes.Claiming(4, 4, 8, 0, PngBytes.Zlib(new byte[4 * 5]), bomb));

        var probe = await ScanProbe.ProbeAsync(path, "chunk.png", ImageLimits.Default, default);

        Assert.True(probe.IsAccepted, probe.Reason?.ToString());
        using var opened = await ScanImage.OpenAsync(path, ScanMediaTypes.Png, 0, default);
        Assert.Equal(0, opened.Avg());
    }

    [Fact]
    public async Task OpenAsync_EndsAtTheLimit_WhenADecoderWantsMoreMemory()
    {
        using (var large = new MagickImage(MagickColors.Ivory, 9_000, 9_000))
        {
            large.Write(_folder["large.bmp"]);
        }

        var broken = await Assert.ThrowsAsync<BrokenImageException>(() => ForeignScan.OpenAsync(
            _folder["large.bmp"], ScanMediaTypes.Bmp, 0, null, new ImageLimits { DecoderMegabytes = 128 }, default));

        Assert.Equal("image-memory", broken.Code);
        Assert.DoesNotContain(
            Directory.GetDirectories(Path.GetTempPath(), "digitize-decoder-*"),
            folder => new FileInfo(Path.Combine(folder, "scan")).LinkTarget == _folder["large.bmp"]);
    }

    private async Task AssertRefusedAsync(string name, byte[] content, string code, ImageLimits? limits = null)
    {
        var result = await ScanProbe.ProbeAsync(_folder.Holding(name, content), name, limits ?? ImageLimits.Default, default);

        Assert.Equal(code, result.Reason?.Code ?? "accepted");
        Assert.Equal(name, result.Reason!.Facts[0]);
    }
}
