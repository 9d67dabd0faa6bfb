using System.Net;
using Digitize.Core.Text;
using Digitize.Storage.Identity;
using Digitize.Storage.Queries;
using FsCheck.Xunit;

namespace Digitize.Web.Tests;

[Collection(nameof(Site))]
public sealed class SearchTests(Site site)
{
    [Theory]
    [InlineData("tram nam trong coi", 1)]
    [InlineData("TRĂM NĂM", 1)]
    [InlineData("命窖羅", 3)]
    [InlineData("𡎝𠊛", 3)]
    [InlineData("100% chu_tai", 1)]
    [InlineData("100_", 0)]
    [InlineData("%", 1)]
    [InlineData("\\", 0)]
    [InlineData("   ", 0)]
    public async Task Find_FoldsMarksAndTakesWildcardsAsThemselves(string query, int total)
    {
        var found = await site.ReadAsync(db => new PageSearchQuery(db).FindAsync(query, publishedOnly: false, 0, 20, default));

        Assert.Equal(total, found.Total);
        Assert.All(found.Hits, hit => Assert.NotNull(hit.Context));
    }

    [Fact]
    public async Task Find_ShowsTheHitAsItIsWritten()
    {
        var found = await site.ReadAsync(db => new PageSearchQuery(db).FindAsync("nam trong coi", false, 0, 20, default));

        Assert.Equal("năm trong cõi", found.Hits.Single().Context!.Match);
        Assert.Equal("Trăm ", found.Hits.Single().Context!.Before);
    }

    [Fact]
    public async Task Search_IsRefused_WhenTheQueryIsTooLong()
    {
        var answer = await site.Reader().GetAsync($"/search?q={new string('a', PageSearchQuery.MaximumQueryLength + 1)}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Search_ShowsMarkupAsText()
    {
        var technician = await site.SignInAsync(Roles.Technician);

        var html = await technician.GetStringAsync("/search?q=%3Cscript%3Ealert(1)%3C/script%3E");

        Assert.DoesNotContain("<script>alert", html);
    }

    [Property(MaxTest = 300)]
    public void FoldedText_FoldsAsSearchDoes(string? text)
    {
        var source = text ?? "";

        Assert.Equal(SearchFolding.Fold(source), new FoldedText(source).Folded);
    }
}
