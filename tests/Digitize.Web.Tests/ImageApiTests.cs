using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Digitize.Web.Tests;

[Collection(nameof(Site))]
public sealed class ImageApiTests(Site site)
{
    private string Image => $"/iiif/image/3/{site.Seed.OpenPage.Id}";

    [Theory]
    [InlineData("full/max/0/default.jpg", Seed.Width, Seed.Height)]
    [InlineData("full/700,/0/default.png", 700, 500)]
    [InlineData("square/100,/0/gray.png", 100, 100)]
    [InlineData("0,0,512,512/512,/90/default.jpg", 512, 512)]
    [InlineData("1024,512,512,512/376,/0/default.jpg", 376, 488)]
    [InlineData("pct:50,50,50,50/!200,200/!0/bitonal.png", 200, 143)]
    [InlineData("0,0,100,100/^200,/0/default.tif", 200, 200)]
    [InlineData("0,0,16,16/^max/0/default.png", 8485, 8485)]
    public async Task Picture_HasTheAskedSize(string request, int width, int height)
    {
        var answer = await site.Reader().GetAsync($"{Image}/{request}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var picture = NetVips.Image.NewFromBuffer(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.Contains("level2.json>;rel=\"profile\"", answer.Headers.GetValues("Link").Single());
    }

    [Theory]
    [InlineData("full/full/0/default.jpg")]
    [InlineData("full/1401,/0/default.jpg")]
    [InlineData("full/^20000,/0/default.jpg")]
    [InlineData("5000,0,10,10/max/0/default.jpg")]
    [InlineData("0,0,0,10/max/0/default.jpg")]
    [InlineData("full/1e3,/0/default.jpg")]
    [InlineData("full/max/361/default.jpg")]
    [InlineData("full/max/0/purple.jpg")]
    [InlineData("full/max/0/default.gif")]
    [InlineData("full/max/0/default")]
    public async Task Picture_Is400WithOpenOrigin_WhenTheRequestIsBad(string request)
    {
        var answer = await site.Reader().GetAsync($"{Image}/{request}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData("full/^700,/0/default.jpg", 200)]
    [InlineData("[0,0]/max/0/default.jpg", 400)]
    [InlineData("full/<10>/0/default.jpg", 400)]
    [InlineData("full/m\\x/0/default.jpg", 400)]
    public async Task Picture_IsAnswered_WhenThePathComesRaw(string request, int status)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(site.Address.Host, site.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET {Image}/{request} HTTP/1.1\r\nHost: {site.Address.Authority}\r\nConnection: close\r\n\r\n"));

        var line = await new StreamReader(stream, Encoding.Latin1).ReadLineAsync();

        Assert.StartsWith($"HTTP/1.1 {status} ", line);
    }

    [Fact]
    public async Task Picture_IsWebp_WhenAskedFor()
    {
        var picture = await site.Reader().GetByteArrayAsync($"{Image}/full/100,/0/default.webp");

        Assert.Equal("WEBP"u8, picture.AsSpan(8, 4));
    }

    [Fact]
    public async Task BaseAddress_RedirectsToInfo()
    {
        var answer = await site.Reader().GetAsync(Image);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"{Image}/info.json", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Info_IdIsTheRequestedAddress_AlsoBehindAProxy()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{Image}/info.json");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "so.thuvien.vn");
        request.Headers.Add("X-Forwarded-Prefix", "/kho");

        var direct = JsonDocument.Parse(await site.Reader().GetStringAsync($"{Image}/info.json"));
        var forwarded = JsonDocument.Parse(await (await site.Reader().SendAsync(request)).Content.ReadAsStringAsync());

        Assert.Equal($"{site.Address.Scheme}://{site.Address.Authority}{Image}", direct.RootElement.GetProperty("id").GetString());
        Assert.Equal($"https://so.thuvien.vn/kho{Image}", forwarded.RootElement.GetProperty("id").GetString());
        Assert.Equal(Seed.Width, direct.RootElement.GetProperty("width").GetInt32());
    }

    [Fact]
    public async Task Info_IsLinkedData_WhenAskedFor()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{Image}/info.json");
        request.Headers.Add("Accept", "application/ld+json");

        var linked = await site.Reader().SendAsync(request);
        var plain = await site.Reader().GetAsync($"{Image}/info.json");

        Assert.Equal("application/ld+json", linked.Content.Headers.ContentType!.MediaType);
        Assert.Contains("http://iiif.io/api/image/3/context.json", linked.Content.Headers.ContentType.ToString());
        Assert.Equal("application/json", plain.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", plain.Headers.Vary);
    }

    [Fact]
    public async Task Info_SizesAreWhatWidthReturns()
    {
        var info = JsonDocument.Parse(await site.Reader().GetStringAsync($"{Image}/info.json"));

        foreach (var size in info.RootElement.GetProperty("sizes").EnumerateArray())
        {
            var (width, height) = (size.GetProperty("width").GetInt32(), size.GetProperty("height").GetInt32());
            using var picture = NetVips.Image.NewFromBuffer(await site.Reader().GetByteArrayAsync($"{Image}/full/{width},/0/default.jpg"));
            Assert.Equal((width, height), (picture.Width, picture.Height));
        }
    }

    [Fact]
    public async Task Version2_SpeaksItsOwnWords()
    {
        var image = $"/iiif/image/2/{site.Seed.OpenPage.Id}";

        var info = JsonDocument.Parse(await site.Reader().GetStringAsync($"{image}/info.json"));
        var full = await site.Reader().GetAsync($"{image}/full/full/0/default.jpg");

        Assert.EndsWith(image, info.RootElement.GetProperty("@id").GetString());
        Assert.Equal(HttpStatusCode.OK, full.StatusCode);
    }

    [Fact]
    public async Task Picture_Is304_WhenTheClientHasIt()
    {
        var first = await site.Reader().GetAsync($"{Image}/full/100,/0/default.jpg");
        var request = new HttpRequestMessage(HttpMethod.Get, $"{Image}/full/100,/0/default.jpg");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        var second = await site.Reader().SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.True(first.Headers.CacheControl!.Public);
    }

    [Theory]
    [InlineData("/iiif/image/3/a/b/full/max/0/default.jpg")]
    [InlineData("/iiif/image/3/00000000-0000-0000-0000-000000000000/info.json")]
    public async Task Unknown_Is404WithOpenOrigin(string address)
    {
        var answer = await site.Reader().GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }
}
