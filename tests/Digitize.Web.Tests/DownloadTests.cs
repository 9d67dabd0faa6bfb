using System.Net;
using System.Net.Http.Headers;
using Digitize.Web.Downloads;

namespace Digitize.Web.Tests;

[Collection(nameof(Site))]
public sealed class DownloadTests(Site site)
{
    private string Document => $"/documents/{site.Seed.Open.Id}";

    [Fact]
    public async Task Pdf_IsSavedUnderTheShelfmark_AndComesInPieces()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{Document}/document.pdf");
        request.Headers.Range = new RangeHeaderValue(0, 7);

        var answer = await site.Reader().SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("%PDF-1.7", await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment; filename=A.12.pdf; filename*=UTF-8''A.12.pdf", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task Text_IsPlainAndNamesItsPage()
    {
        var answer = await site.Reader().GetAsync($"{Document}/pages/{site.Seed.OpenPage.Id}/text.txt");

        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("𤾓𢆥𥪞𡎝𠊛嗟", await answer.Content.ReadAsStringAsync());
        Assert.Equal("A.12-0001.txt", answer.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Fact]
    public async Task File_Is304_WhenTheReaderHasIt()
    {
        var first = await site.Reader().GetAsync($"{Document}/document.pdf");
        var request = new HttpRequestMessage(HttpMethod.Get, $"{Document}/document.pdf");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, (await site.Reader().SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("tei.xml")]
    [InlineData("pages/00000000-0000-0000-0000-000000000001/text.txt")]
    public async Task File_Is404WithoutAScreen_WhenThePackageHasNone(string address)
    {
        var answer = await site.Reader().GetAsync($"{Document}/{address}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Screens_LinkTheFilesThatThereAre()
    {
        var document = await site.Reader().GetStringAsync(Document);
        var page = await site.Reader().GetStringAsync($"/pages/{site.Seed.OpenPage.Id}");
        var manifest = await site.Reader().GetStringAsync($"/iiif/presentation/3/{site.Seed.Open.Id}/manifest.json");

        Assert.Contains($"href=\"{Document}/document.pdf\"", document);
        Assert.DoesNotContain("tei.xml", document);
        Assert.Contains($"href=\"{Document}/pages/{site.Seed.OpenPage.Id}/text.txt\"", page);
        Assert.DoesNotContain("hocr.html", page);
        Assert.Contains($"{Document}/document.pdf\"", manifest);
    }

    [Theory]
    [InlineData("AB.61 <2>", null, "document.pdf", "AB.61 -2.pdf")]
    [InlineData("../../etc/passwd", null, "tei.xml", "etc-passwd.tei.xml")]
    [InlineData("VNb.7\r\nSet-Cookie: x", 3, "text.txt", "VNb.7--Set-Cookie- x-0003.txt")]
    [InlineData("Kiều 𡨸\u202Egpj", 12, "page.xml", "Kiều 𡨸-gpj-0012.page.xml")]
    [InlineData(" ... ", null, "document.pdf", "document.pdf")]
    public void Name_IsOneThatAnyFileSystemTakes(string shelfmark, int? page, string name, string expected)
    {
        Assert.Equal(expected, FileNames.Of(shelfmark, page, name));
    }
}
