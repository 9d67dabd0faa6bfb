using System.Globalization;
using Digitize.Core.Text;
using Digitize.Formats.Iiif.Image;
using FsCheck.Xunit;

namespace Digitize.Formats.Tests.Iiif;

public sealed class ImageRequestTests
{
    private const int Width = 1000;
    private const int Height = 600;

    private static readonly ImageLimits Limits = new(2000, 1500, 2_000_000);

    [Theory]
    [InlineData("full", 0, 0, 1000, 600)]
    [InlineData("square", 200, 0, 600, 600)]
    [InlineData("100,50,300,200", 100, 50, 300, 200)]
    [InlineData("900,500,300,200", 900, 500, 100, 100)]
    [InlineData("0,0,999999999,999999999", 0, 0, 1000, 600)]
    [InlineData("999,599,1,1", 999, 599, 1, 1)]
    [InlineData("pct:10,10,50,50", 100, 60, 500, 300)]
    [InlineData("pct:41.6,7.5,40,70", 416, 45, 400, 420)]
    [InlineData("pct:50,50,100,100", 500, 300, 500, 300)]
    [InlineData("pct:0,0,0.001,200", 0, 0, 1, 600)]
    public void Region_IsCutToTheImage(string region, int x, int y, int width, int height)
    {
        var request = Parse(region: region, size: "max");

        Assert.Equal(new Box(x, y, width, height), request.Region);
        Assert.Equal((width, height), (request.Width, request.Height));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Full")]
    [InlineData("0,0,0,10")]
    [InlineData("0,0,10,0")]
    [InlineData("-1,0,10,10")]
    [InlineData("+1,0,10,10")]
    [InlineData("1e2,0,10,10")]
    [InlineData("1.0,0,10,10")]
    [InlineData("0,0,10")]
    [InlineData("0,0,10,10,10")]
    [InlineData(" 0,0,10,10")]
    [InlineData("0,0,10,9999999999")]
    [InlineData("٠,0,10,10")]
    [InlineData("pct:")]
    [InlineData("pct:0,0,0,10")]
    [InlineData("pct:0,0,NaN,10")]
    [InlineData("pct:0,0,Infinity,10")]
    [InlineData("pct:0,0,.5,10")]
    [InlineData("pct:0,0,5.,10")]
    [InlineData("pct:0,0,-5,10")]
    [InlineData("pct:0,0,1e1,10")]
    public void Region_IsRefused_WhenNotInAFormOfTheStandard(string region)
    {
        Assert.Equal(ImageRequestError.RegionSyntax, Fail(region: region));
    }

    [Theory]
    [InlineData("1000,0,10,10")]
    [InlineData("0,600,10,10")]
    [InlineData("pct:100,0,10,10")]
    public void Region_IsRefused_WhenOutside(string region)
    {
        Assert.Equal(ImageRequestError.RegionOutside, Fail(region: region));
    }

    [Theory]
    [InlineData("max", 1000, 600)]
    [InlineData("500,", 500, 300)]
    [InlineData(",300", 500, 300)]
    [InlineData("333,", 333, 200)]
    [InlineData("1000,600", 1000, 600)]
    [InlineData("7,599", 7, 599)]
    [InlineData("pct:50", 500, 300)]
    [InlineData("pct:33.3", 333, 200)]
    [InlineData("pct:100", 1000, 600)]
    [InlineData("!500,500", 500, 300)]
    [InlineData("!5000,100", 167, 100)]
    [InlineData("!4000,4000", 1000, 600)]
    [InlineData("!999999999,999999999", 1000, 600)]
    [InlineData("^max", 1825, 1095)]
    [InlineData("^1500,", 1500, 900)]
    [InlineData("^500,", 500, 300)]
    [InlineData("^,900", 1500, 900)]
    [InlineData("^1200,900", 1200, 900)]
    [InlineData("^pct:150", 1500, 900)]
    [InlineData("^!1500,9000", 1500, 900)]
    [InlineData("^!9000,9000", 1825, 1095)]
    public void Size_IsResolved(string size, int width, int height)
    {
        var request = Parse(size: size);

        Assert.Equal((width, height), (request.Width, request.Height));
    }

    [Theory]
    [InlineData("full", ImageRequestError.SizeSyntax)]
    [InlineData("^full", ImageRequestError.SizeSyntax)]
    [InlineData("", ImageRequestError.SizeSyntax)]
    [InlineData("^", ImageRequestError.SizeSyntax)]
    [InlineData(",", ImageRequestError.SizeSyntax)]
    [InlineData("!", ImageRequestError.SizeSyntax)]
    [InlineData("!,", ImageRequestError.SizeSyntax)]
    [InlineData("!100,", ImageRequestError.SizeSyntax)]
    [InlineData("!^100,100", ImageRequestError.SizeSyntax)]
    [InlineData("^^100,", ImageRequestError.SizeSyntax)]
    [InlineData("100", ImageRequestError.SizeSyntax)]
    [InlineData("0,", ImageRequestError.SizeSyntax)]
    [InlineData(",0", ImageRequestError.SizeSyntax)]
    [InlineData("100,0", ImageRequestError.SizeSyntax)]
    [InlineData("+100,", ImageRequestError.SizeSyntax)]
    [InlineData("-100,", ImageRequestError.SizeSyntax)]
    [InlineData("1e3,", ImageRequestError.SizeSyntax)]
    [InlineData("1.5,", ImageRequestError.SizeSyntax)]
    [InlineData("NaN,", ImageRequestError.SizeSyntax)]
    [InlineData("100,100,100", ImageRequestError.SizeSyntax)]
    [InlineData("pct:0", ImageRequestError.SizeSyntax)]
    [InlineData("pct:0.001", ImageRequestError.SizeSyntax)]
    [InlineData("pct:-5", ImageRequestError.SizeSyntax)]
    [InlineData("pct:1e1", ImageRequestError.SizeSyntax)]
    [InlineData("pct:50,", ImageRequestError.SizeSyntax)]
    [InlineData("1001,", ImageRequestError.SizeUpscaled)]
    [InlineData(",601", ImageRequestError.SizeUpscaled)]
    [InlineData("1001,600", ImageRequestError.SizeUpscaled)]
    [InlineData("1000,601", ImageRequestError.SizeUpscaled)]
    [InlineData("pct:101", ImageRequestError.SizeUpscaled)]
    [InlineData("999999999,", ImageRequestError.SizeUpscaled)]
    [InlineData("^2001,", ImageRequestError.SizeBeyondLimits)]
    [InlineData("^,1501", ImageRequestError.SizeBeyondLimits)]
    [InlineData("^1500,1500", ImageRequestError.SizeBeyondLimits)]
    [InlineData("^pct:200", ImageRequestError.SizeBeyondLimits)]
    [InlineData("^pct:999999999", ImageRequestError.SizeBeyondLimits)]
    [InlineData("^999999999,999999999", ImageRequestError.SizeBeyondLimits)]
    public void Size_IsRefused(string size, ImageRequestError expected)
    {
        Assert.Equal(expected, Fail(size: size));
    }

    [Theory]
    [InlineData("full", 1000, 600)]
    [InlineData("max", 1000, 600)]
    [InlineData("500,", 500, 300)]
    [InlineData("!4000,4000", 1000, 600)]
    public void Size_IsResolved_InVersion2(string size, int width, int height)
    {
        var request = Parse(size: size, version: ImageApiVersion.V2);

        Assert.Equal((width, height), (request.Width, request.Height));
    }

    [Theory]
    [InlineData("^max", ImageRequestError.SizeSyntax)]
    [InlineData("^500,", ImageRequestError.SizeSyntax)]
    [InlineData("1001,", ImageRequestError.SizeUpscaled)]
    public void Size_IsRefused_InVersion2(string size, ImageRequestError expected)
    {
        Assert.Equal(expected, Fail(size: size, version: ImageApiVersion.V2));
    }

    [Fact]
    public void Size_IsReducedOrRefused_WhenTheRegionIsBeyondTheLimits()
    {
        var small = new ImageLimits(400, 400, 90_000);

        Assert.Equal((387, 232), Size(Parse(size: "max", limits: small)));
        Assert.Equal(ImageRequestError.SizeBeyondLimits, Fail(size: "full", limits: small, version: ImageApiVersion.V2));
        Assert.Equal(ImageRequestError.SizeBeyondLimits, Fail(size: "1000,", limits: small));
    }

    [Fact]
    public void Size_IsMeasuredAgainstTheRegion_NotTheImage()
    {
        Assert.Equal(ImageRequestError.SizeUpscaled, Fail(region: "0,0,100,100", size: "101,"));
        Assert.Equal((100, 1), Size(Parse(region: "0,0,1000,1", size: "100,")));
    }

    [Theory]
    [InlineData("0", 0, false)]
    [InlineData("90", 90, false)]
    [InlineData("22.5", 22.5, false)]
    [InlineData("360", 0, false)]
    [InlineData("!0", 0, true)]
    [InlineData("!180", 180, true)]
    public void Rotation_IsResolved(string rotation, double degrees, bool mirror)
    {
        var request = Parse(rotation: rotation);

        Assert.Equal((degrees, mirror), (request.RotationDegrees, request.Mirror));
    }

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("-90")]
    [InlineData("+90")]
    [InlineData("361")]
    [InlineData("360.1")]
    [InlineData("9e1")]
    [InlineData("90!")]
    [InlineData("!!90")]
    [InlineData("22,5")]
    [InlineData("NaN")]
    public void Rotation_IsRefused(string rotation)
    {
        Assert.Equal(ImageRequestError.RotationSyntax, Fail(rotation: rotation));
    }

    [Theory]
    [InlineData("default.jpg", IiifQuality.Default, IiifFormat.Jpg)]
    [InlineData("color.png", IiifQuality.Color, IiifFormat.Png)]
    [InlineData("gray.webp", IiifQuality.Gray, IiifFormat.Webp)]
    [InlineData("bitonal.tif", IiifQuality.Bitonal, IiifFormat.Tif)]
    public void QualityAndFormat_AreResolved(string text, IiifQuality quality, IiifFormat format)
    {
        var request = Parse(qualityFormat: text);

        Assert.Equal((quality, format), (request.Quality, request.Format));
    }

    [Theory]
    [InlineData("default.JPG", ImageRequestError.FormatUnknown)]
    [InlineData("default.jp2", ImageRequestError.FormatUnknown)]
    [InlineData("default.0", ImageRequestError.FormatUnknown)]
    [InlineData("default.", ImageRequestError.FormatUnknown)]
    [InlineData("default", ImageRequestError.FormatUnknown)]
    [InlineData("native.jpg", ImageRequestError.QualityUnknown)]
    [InlineData("Default.jpg", ImageRequestError.QualityUnknown)]
    [InlineData("default.jpg.png", ImageRequestError.QualityUnknown)]
    [InlineData("color,gray.jpg", ImageRequestError.QualityUnknown)]
    [InlineData(".jpg", ImageRequestError.QualityUnknown)]
    public void QualityAndFormat_AreRefused(string text, ImageRequestError expected)
    {
        Assert.Equal(expected, Fail(qualityFormat: text));
    }

    [Fact]
    public void Parse_ReadsAPoint_WhereTheCultureHasAComma()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");
        try
        {
            Assert.Equal(22.5, Parse(rotation: "22.5").RotationDegrees);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Property(MaxTest = 500)]
    public void Max_StaysWithinLimitsAndRegion(ushort imageWidth, ushort imageHeight, ushort most, uint area, bool upscale)
    {
        var limits = new ImageLimits(most + 1, most + 1, area + 1L);

        Assert.True(ImageRequest.TryParse(
            new ImageParameters("full", upscale ? "^max" : "max", "0", "default.jpg"),
            imageWidth + 1, imageHeight + 1, limits, ImageApiVersion.V3, out var request, out _));
        Assert.True(limits.Admit(request.Width, request.Height) || request is { Width: 1 } or { Height: 1 });
        Assert.True(upscale || (request.Width <= imageWidth + 1 && request.Height <= imageHeight + 1));
        Assert.True(request is { Width: > 0, Height: > 0 });
    }

    private static (int Width, int Height) Size(ImageRequest request) => (request.Width, request.Height);

    private static ImageRequest Parse(
        string region = "full", string size = "max", string rotation = "0", string qualityFormat = "default.jpg",
        ImageApiVersion version = ImageApiVersion.V3, ImageLimits? limits = null)
    {
        var parameters = new ImageParameters(region, size, rotation, qualityFormat);
        var parsed = ImageRequest.TryParse(parameters, Width, Height, limits ?? Limits, version, out var request, out var error);
        Assert.True(parsed, error.ToString());
        return request!;
    }

    private static ImageRequestError Fail(
        string region = "full", string size = "max", string rotation = "0", string qualityFormat = "default.jpg",
        ImageApiVersion version = ImageApiVersion.V3, ImageLimits? limits = null)
    {
        var parameters = new ImageParameters(region, size, rotation, qualityFormat);
        Assert.False(ImageRequest.TryParse(parameters, Width, Height, limits ?? Limits, version, out var request, out var error));
        Assert.Null(request);
        return error;
    }
}
