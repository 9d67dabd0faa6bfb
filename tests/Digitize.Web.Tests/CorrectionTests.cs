using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Digitize.Core.Rows;
using Digitize.Storage.Identity;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Web.Tests;

[Collection(nameof(Site))]
public sealed class CorrectionTests(Site site)
{
    private string Page => $"/pages/{site.Seed.Open.Pages[2].Id}";

    [Fact]
    public async Task Change_IsKept_AndShownWhenTheWorkbenchIsOpenedAgain()
    {
        var curator = await site.SignInAsync(Roles.Curator);
        var (html, revision) = await OpenAsync(curator);

        var answer = await SendAsync(curator, html, new { id = Guid.NewGuid(), revisionId = revision, line = 2, @base = 0, text = "𡨸才𡨸命窖羅恄𢞂" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(1, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetInt32());
        Assert.Contains("𡨸才𡨸命窖羅恄𢞂", WebUtility.HtmlDecode((await OpenAsync(curator)).Html));

        var late = await SendAsync(curator, html, new { id = Guid.NewGuid(), revisionId = revision, line = 2, @base = 0, text = "khác" });

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("𡨸才𡨸命窖羅恄𢞂", (await late.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("text").GetString());
        Assert.Equal(1, await site.ReadAsync(db => db.LineChanges.CountAsync(change => change.RevisionId == revision)));
    }

    [Fact]
    public async Task Change_IsRefused_WithoutTheFormsToken()
    {
        var curator = await site.SignInAsync(Roles.Curator);
        var (_, revision) = await OpenAsync(curator);

        var answer = await curator.PostAsJsonAsync($"{Page}/lines", new { id = Guid.NewGuid(), revisionId = revision, line = 1, @base = 0, text = "x" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(Roles.Technician)]
    [InlineData(Roles.Manager)]
    public async Task Workbench_IsForThoseWhoCorrect(string role)
    {
        var client = await site.SignInAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"{Page}/correct")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsJsonAsync($"{Page}/lines", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsJsonAsync($"{Page}/finish", new { })).StatusCode);
    }

    [Fact]
    public async Task Workbench_IsNotFound_WhenThePageHasNoText()
    {
        var curator = await site.SignInAsync(Roles.Curator);
        var unread = await site.ReadAsync(db => db.Pages.FirstAsync(page => page.State == PageState.Captured));

        Assert.Equal(HttpStatusCode.NotFound, (await curator.GetAsync($"/pages/{unread.Id}/correct")).StatusCode);
    }

    private async Task<(string Html, Guid Revision)> OpenAsync(HttpClient client)
    {
        var html = await client.GetStringAsync($"{Page}/correct");
        return (html, Guid.Parse(Attribute(html, "revision")));
    }

    private Task<HttpResponseMessage> SendAsync(HttpClient client, string html, object command)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Page}/lines") { Content = JsonContent.Create(command) };
        request.Headers.Add(Attribute(html, "token-header"), Attribute(html, "token"));
        return client.SendAsync(request);
    }

    private static string Attribute(string html, string name) => Regex.Match(html, $"data-{name}=\"([^\"]+)\"").Groups[1].Value;
}
