using System.Text.RegularExpressions;

namespace Digitize.Browser.Tests;

[Collection(nameof(Site))]
public sealed class AdministratorTests(Site site)
{
    [Fact]
    public Task Jobs_OpenForAnAdministrator() => site.VisitAsync("administrator", async page =>
    {
        await page.GotoAsync("/");
        await page.ClickAsync("nav a[href='/admin/jobs']");

        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("Hangfire"));
        await Assertions.Expect(page.Locator(".navbar")).ToBeVisibleAsync();
    });

    [Theory]
    [InlineData("technician")]
    [InlineData("curator")]
    [InlineData("manager")]
    public Task Jobs_AreRefusedToOthers(string role) => site.VisitAsync(role, async page =>
    {
        var answer = await page.GotoAsync("/admin/jobs");

        Assert.Equal(403, answer!.Status);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Words.Vietnamese["error.403.title"]);
    });
}
