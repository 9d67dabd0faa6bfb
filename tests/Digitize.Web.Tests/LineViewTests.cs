using System.Net;
using Digitize.Storage.Identity;

namespace Digitize.Web.Tests;

[Collection(nameof(Site))]
public sealed class LineViewTests(Site site)
{
    [Fact]
    public async Task Line_ShowsEachCharacterWithItsCode()
    {
        var html = WebUtility.HtmlDecode(await site.Reader().GetStringAsync($"/pages/{site.Seed.OpenPage.Id}/lines/2"));

        Assert.Contains("𡨸才𡨸命窖羅恄饒", html);
        Assert.Contains("U+21A38", html);
        Assert.Contains("data-characters", html);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public async Task Line_IsNotFound_WhenThePageHasNoSuchLine(int number) =>
        Assert.Equal(
            HttpStatusCode.NotFound, (await site.Reader().GetAsync($"/pages/{site.Seed.OpenPage.Id}/lines/{number}")).StatusCode);

    [Fact]
    public async Task Line_OfAnUnpublishedPage_IsHiddenFromReaders() =>
        Assert.Equal(
            HttpStatusCode.Unauthorized, (await site.Reader().GetAsync($"/pages/{site.Seed.ClosedPage.Id}/lines/1")).StatusCode);

    [Fact]
    public async Task Line_OfLatinLetters_HasNoScreen()
    {
        var curator = await site.SignInAsync(Roles.Curator);

        Assert.Equal(HttpStatusCode.NotFound, (await curator.GetAsync($"/pages/{site.Seed.ClosedPage.Id}/lines/1")).StatusCode);
    }
}
