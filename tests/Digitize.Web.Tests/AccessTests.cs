using System.Net;
using Digitize.Storage.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Web.Tests;

[Collection(nameof(Site))]
public sealed class AccessTests(Site site)
{
    /// <summary>Everything that answers without sign-in. What is not here must name a policy.</summary>
    private static readonly string[] Open =
    [
        "", "Index", "search", "sign-in", "error/{status:int}", "documents/{id:guid}", "pages/{id:guid}", "pages/{id:guid}/lines/{number:int:min(1)}",
        "{**path}",
        "health/live", "health/ready",
        "iiif/image/2/{pageId:guid}", "iiif/image/2/{pageId:guid}/info.json", "iiif/image/2/{pageId:guid}/{region}/{size}/{rotation}/{file}",
        "iiif/image/3/{pageId:guid}", "iiif/image/3/{pageId:guid}/info.json", "iiif/image/3/{pageId:guid}/{region}/{size}/{rotation}/{file}",
        "iiif/presentation/3/collection.json", "iiif/presentation/3/{documentId:guid}/manifest.json",
        "iiif/presentation/3/{documentId:guid}/pages/{pageId:guid}/text.json",
        "documents/{documentId:guid}/pages/{pageId:guid}/alto.xml", "documents/{documentId:guid}/pages/{pageId:guid}/page.xml",
        "documents/{documentId:guid}/pages/{pageId:guid}/hocr.html", "documents/{documentId:guid}/pages/{pageId:guid}/text.txt",
        "documents/{documentId:guid}/mets.xml", "documents/{documentId:guid}/tei.xml", "documents/{documentId:guid}/document.pdf",
    ];

    [Fact]
    public void Endpoints_NameAPolicyOrAreListedAsOpen()
    {
        var endpoints = site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Concat(((IEndpointRouteBuilder)site.App).DataSources.SelectMany(source => source.Endpoints))
            .OfType<RouteEndpoint>().ToList();

        var unguarded = endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
                || endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().All(rule => rule.Policy is null))
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/'));

        Assert.True(endpoints.Count > 20);
        Assert.Equal([], unguarded.Except(Open).Distinct());
    }

    [Theory]
    [InlineData("/batches")]
    [InlineData("/coverage")]
    [InlineData("/coverage/holdings?line=Library")]
    [InlineData("/admin/people")]
    [InlineData("/admin/jobs")]
    [InlineData("/pages/00000000-0000-0000-0000-000000000000/correct")]
    public async Task Screen_SendsAPersonToSignIn_WhenAnonymous(string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept", "text/html");

        var answer = await site.Reader().SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/sign-in", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Unpublished_IsHiddenFromReaders_AndShownToStaff()
    {
        var (document, page) = (site.Seed.Closed.Id, site.Seed.ClosedPage.Id);
        string[] addresses =
        [
            $"/documents/{document}", $"/pages/{page}", $"/iiif/image/3/{page}/info.json", $"/iiif/image/3/{page}/full/100,/0/default.jpg",
            $"/iiif/presentation/3/{document}/manifest.json", $"/iiif/presentation/3/{document}/pages/{page}/text.json",
            $"/documents/{document}/pages/{page}/alto.xml", $"/documents/{document}/pages/{page}/text.txt",
            $"/documents/{document}/document.pdf",
        ];
        var curator = await site.SignInAsync(Roles.Curator);

        foreach (var address in addresses)
        {
            Assert.Equal((address, HttpStatusCode.Unauthorized), (address, (await site.Reader().GetAsync(address)).StatusCode));
            Assert.Equal((address, HttpStatusCode.OK), (address, (await curator.GetAsync(address)).StatusCode));
        }

        Assert.DoesNotContain(document.ToString(), await site.Reader().GetStringAsync("/iiif/presentation/3/collection.json"));
        Assert.DoesNotContain("Chuyện đời xưa", await site.Reader().GetStringAsync("/"));
        Assert.DoesNotContain("Chuyện đời xưa", WebUtility.HtmlDecode(await site.Reader().GetStringAsync("/search?q=tram+nam")));
    }

    [Fact]
    public async Task Published_IsOpenToReaders()
    {
        var (document, page) = (site.Seed.Open.Id, site.Seed.OpenPage.Id);
        string[] addresses =
        [
            "/", $"/documents/{document}", $"/pages/{page}", $"/iiif/presentation/3/{document}/manifest.json",
            $"/iiif/presentation/3/{document}/pages/{page}/text.json", $"/documents/{document}/pages/{page}/alto.xml",
        ];

        foreach (var address in addresses)
        {
            Assert.Equal((address, HttpStatusCode.OK), (address, (await site.Reader().GetAsync(address)).StatusCode));
        }
    }

    [Theory]
    [InlineData(Roles.Technician, "/admin/people", HttpStatusCode.Forbidden)]
    [InlineData(Roles.Manager, "/admin/jobs", HttpStatusCode.Forbidden)]
    [InlineData(Roles.Administrator, "/admin/people", HttpStatusCode.OK)]
    [InlineData(Roles.Administrator, "/admin/jobs", HttpStatusCode.OK)]
    [InlineData(Roles.Manager, "/coverage", HttpStatusCode.OK)]
    public async Task Screen_OpensByRole(string role, string address, HttpStatusCode status)
    {
        var client = await site.SignInAsync(role);

        var answer = await client.GetAsync(address);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Publish_IsRefusedToATechnician_AndWithoutAToken()
    {
        var address = $"/documents/{site.Seed.Closed.Id}";
        var technician = await site.SignInAsync(Roles.Technician);
        var curator = await site.SignInAsync(Roles.Curator);

        var refused = await Site.PostAsync(technician, address, $"{address}?handler=Publish", []);
        var tokenless = await curator.PostAsync($"{address}?handler=Publish", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, tokenless.StatusCode);
        Assert.Null(await site.ReadAsync(async db => (await db.Documents.FindAsync(site.Seed.Closed.Id))!.PublishedAt));
    }

    [Fact]
    public async Task SignIn_FollowsNoForeignAddress()
    {
        var client = site.Reader();
        var html = await client.GetStringAsync("/sign-in?back=https%3A%2F%2Fevil.example%2F");
        Assert.Contains("evil.example", html);

        var answer = await Site.PostAsync(client, "/sign-in", "/sign-in", new() { ["name"] = "nobody", ["password"] = "wrong-password", ["back"] = "//evil.example" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void FirstUsersFile_IsForItsOwnerAlone()
    {
        var path = Access.FirstUsers.FilePath(site.Storage);

        Assert.Equal(4, File.ReadAllLines(path).Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task Metrics_AreReadFromThisMachine_ButNotThroughAProxy()
    {
        var forwarded = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        forwarded.Headers.Add("X-Forwarded-For", "203.0.113.7");

        var direct = await site.Reader().GetAsync("/metrics");
        var proxied = await site.Reader().SendAsync(forwarded);

        Assert.Equal(HttpStatusCode.OK, direct.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, proxied.StatusCode);
    }
}
