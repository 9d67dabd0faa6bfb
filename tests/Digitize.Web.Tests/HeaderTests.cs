using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Digitize.Storage.Identity;

namespace Digitize.Web.Tests;

[Collection(nameof(Site))]
public sealed class HeaderTests(Site site)
{
    /// <summary>Names of vocabularies inside libraries; nothing is fetched from them.</summary>
    private static readonly string[] NamesOnly =
        ["http://iiif.io/", "https://iiif.io/", "http://www.w3.org/", "http://library.stanford.edu/iiif/", "http://schemas.microsoft.com/deepzoom/",
         "http://tile.openstreetmap.org/", "https://openseadragon.github.io/examples/"];

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/nowhere")]
    [InlineData("/site.css")]
    public async Task Answer_IsGuardedByAStrictPolicy(string address)
    {
        var answer = await site.Reader().GetAsync(address);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'self'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Screens_LoadNothingFromOutsideAndCarryNothingInline()
    {
        var administrator = await site.SignInAsync(Roles.Administrator);
        string[] screens =
        [
            "/", "/batches", $"/batches/{site.Seed.Mixed.Id}", $"/documents/{site.Seed.Closed.Id}", $"/pages/{site.Seed.ClosedPage.Id}",
            $"/pages/{site.Seed.OpenPage.Id}", "/coverage", "/coverage/holdings?line=Library", "/search?q=tram", "/admin/people", "/nowhere",
        ];

        foreach (var screen in screens)
        {
            var html = await (await administrator.GetAsync(screen)).Content.ReadAsStringAsync();
            var foreign = Regex.Matches(html, "(?:src|href|action|hx-get)=\"((?:https?:)?//[^\"]*)\"")
                .Select(match => match.Groups[1].Value)
                .Where(url => !url.StartsWith($"{site.Address.Scheme}://{site.Address.Authority}/", StringComparison.Ordinal));
            Assert.Equal([], foreign);
            Assert.DoesNotMatch("<style|style=|<script(?![^>]*src=)|\\son[a-z]+=|javascript:", html);
        }
    }

    [Fact]
    public void Assets_NameNoForeignAddress()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "wwwroot");

        var foreign = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".js" or ".css" or ".svg")
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "https?://[^\"'`\\s)]+").Select(match => match.Value))
            .Where(url => !NamesOnly.Any(name => url.StartsWith(name, StringComparison.Ordinal)));

        Assert.True(File.Exists(Path.Combine(root, "site.css")));
        Assert.Equal([], foreign);
    }

    [Fact]
    public async Task Health_NamesEachCheck()
    {
        var live = await site.Reader().GetAsync("/health/live");
        var ready = JsonDocument.Parse(await site.Reader().GetStringAsync("/health/ready"));

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(
            ["rows", "blobs", "space"],
            ready.RootElement.GetProperty("checks").EnumerateObject().Select(check => check.Name));
    }
}
