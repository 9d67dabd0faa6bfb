using Digitize.Imaging.Probing;
using Digitize.Imaging.Tests.Drawing;
using NetVips;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Digitize.Imaging.Tests;

public sealed class PdfScanTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public async Task OpenAsync_TakesTheJpegOut_WhenItIsTheWholePage(int pageRotation)
    {
        using var scan = DrawnPage.Colourful(800, 1000);
        var jpeg = scan.JpegsaveBuffer(q: 90);
        var path = Pdf(page => page.AddJpeg(jpeg, new PdfRectangle(0, 0, 288, 360)), pageRotation);

        var probe = await ScanProbe.ProbeAsync(path, "scan.pdf", ImageLimits.Default, default);
        using var opened = await ScanImage.OpenAsync(path, ScanMediaTypes.Pdf, 0, default);

        using var expected = Image.JpegloadBuffer(jpeg).Rot((Enums.Angle)(pageRotation / 90));
        var frame = Assert.Single(probe.Header!.Frames);
        Assert.Equal((expected.Width, expected.Height), (frame.Width, frame.Height));
        Assert.Equal(200, frame.Ppi!.Value, 0.01);
        Assert.Equal((expected.Width, expected.Height), (opened.Width, opened.Height));
        Assert.Equal(0, (opened - expected).Abs().Max());
        Assert.Equal(200 / 25.4, opened.Xres, 0.01);
    }

    [Fact]
    public async Task OpenAsync_KeepsEveryPixel_WhenTheWholePageIsAPng()
    {
        using var scan = DrawnPage.Colourful(400, 500);
        var path = Pdf(page => page.AddPng(scan.PngsaveBuffer(), new PdfRectangle(0, 0, 288, 360)));

        using var opened = await ScanImage.OpenAsync(path, ScanMediaTypes.Pdf, 0, default);

        Assert.Equal((400, 500), (opened.Width, opened.Height));
        Assert.Equal(0, (opened - scan).Abs().Max());
    }

    [Theory]
    [InlineData("text")]
    [InlineData("picture")]
    [InlineData("line over the scan")]
    public async Task OpenAsync_DrawsThePageAt300Ppi_WhenItIsMoreThanOneScan(string kind)
    {
        var jpeg = DrawnPage.Colourful(200, 250).JpegsaveBuffer();
        var path = Pdf(page =>
        {
            switch (kind)
            {
                case "picture":
                    page.AddJpeg(jpeg, new PdfRectangle(50, 50, 200, 237));
                    break;
                case "line over the scan":
                    page.AddJpeg(jpeg, new PdfRectangle(0, 0, 288, 360));
                    page.DrawLine(new PdfPoint(20, 20), new PdfPoint(200, 200));
                    break;
            }
        }, text: kind == "text" ? "Ho Chi Minh" : null);

        var probe = await ScanProbe.ProbeAsync(path, "page.pdf", ImageLimits.Default, default);
        using var opened = await ScanImage.OpenAsync(path, ScanMediaTypes.Pdf, 0, default);

        Assert.Equal(new FrameHeader(1200, 1500, 300), Assert.Single(probe.Header!.Frames));
        Assert.Equal((1200, 1500), (opened.Width, opened.Height));
        Assert.True(opened.Min() < 100, "something is drawn");
    }

    [Fact]
    public async Task ProbeAsync_Refuses_WhenAPageWouldBeDrawnTooLarge()
    {
        var builder = new PdfDocumentBuilder();
        builder.AddPage(14_400, 14_400).DrawLine(new PdfPoint(0, 0), new PdfPoint(900, 900));
        var path = _folder.Holding("poster.pdf", builder.Build());

        var result = await ScanProbe.ProbeAsync(path, "poster.pdf", ImageLimits.Default, default);

        Assert.Equal(["poster.pdf", "60000 × 60000", "MaxPixels = 600000000"], result.Reason!.Facts);
    }

    [Fact]
    public async Task OpenAsync_Throws_WhenTheJpegInsideIsCutShort()
    {
        var jpeg = DrawnPage.Colourful(800, 1000).JpegsaveBuffer();
        var path = Pdf(page => page.AddJpeg(jpeg[..(jpeg.Length / 2)], new PdfRectangle(0, 0, 288, 360)));

        await Assert.ThrowsAsync<BrokenImageException>(() => ScanImage.OpenAsync(path, ScanMediaTypes.Pdf, 0, default));
    }

    private string Pdf(Action<PdfPageBuilder> fill, int rotation = 0, string? text = null)
    {
        var builder = new PdfDocumentBuilder();
        var page = builder.AddPage(288, 360);
        fill(page);
        if (text is not null)
        {
            page.AddText(text, 24, new PdfPoint(40, 200), builder.AddStandard14Font(Standard14Font.Helvetica));
        }

        if (rotation != 0)
        {
            page.SetRotation(new PageRotationDegrees(rotation));
        }

        return _folder.Holding("page.pdf", builder.Build());
    }
}
