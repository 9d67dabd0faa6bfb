using System.Globalization;

namespace Digitize.Browser.Tests;

[Collection(nameof(Site))]
public sealed class ManagerTests(Site site)
{
    [Fact]
    public Task Coverage_ShowsPartAndWhole_AndTheHoldingsBehindThem() => site.VisitAsync("manager", async page =>
    {
        await page.GotoAsync("/");
        await page.ClickAsync("nav a[href='/coverage']");
        var captured = page.Locator(".rungs tbody tr").First.Locator("td").First;
        var figures = (await captured.InnerTextAsync()).Trim().Split('/');
        var (part, whole) = (int.Parse(figures[0], CultureInfo.InvariantCulture), int.Parse(figures[1], CultureInfo.InvariantCulture));
        Assert.InRange(part, 1, whole - 1);
        var headline = await page.Locator(".headline").InnerTextAsync();
        Assert.Contains($" {part} trong {whole} ", headline, StringComparison.Ordinal);

        await captured.Locator("a").ClickAsync();

        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(part);
        await Assertions.Expect(page.Locator("tbody th").GetByText("VNv.63")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Coverage_ListsTheWhole_WhenTheWholeIsChosen() => site.VisitAsync("manager", async page =>
    {
        await page.GotoAsync("/coverage");
        var whole = page.Locator("section h2 a").First;
        var titles = int.Parse((await whole.InnerTextAsync()).Split(' ')[0], CultureInfo.InvariantCulture);

        await whole.ClickAsync();

        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(titles);
    });
}
