namespace Digitize.Browser.Tests;

/// <summary>No pointer: every stop of the Tab key must show where it is.</summary>
[Collection(nameof(Site))]
public sealed class KeyboardTests(Site site)
{
    private const int MostStops = 40;

    [Fact]
    public Task Keyboard_LeadsFromSignInToALine() => site.VisitAsync(null, async page =>
    {
        await page.GotoAsync("/sign-in");
        await TabToAsync(page, "#name");
        await page.Keyboard.TypeAsync("curator");
        await TabToAsync(page, "#password");
        await page.Keyboard.TypeAsync(site.Passwords["curator"]);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(site.Address.AbsoluteUri);

        await TabToAsync(page, $"a[href='{site.Shelf.Nom}']");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(site.Address, site.Shelf.Nom).AbsoluteUri);
        await TabToAsync(page, $"a[href='{site.Shelf.NomPage}']");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(site.Address, site.Shelf.NomPage).AbsoluteUri);
        await TabToAsync(page, "[data-lines]");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowDown");

        await Assertions.Expect(page.Locator(".line").Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(page.Locator("[data-lines]")).ToHaveAttributeAsync("aria-activedescendant", "line-2");
    });

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (isThere, outline, tag) = (
                await page.EvaluateAsync<bool>("(selector) => document.activeElement.matches(selector)", selector),
                await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"),
                await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 120)"));
            Assert.True(outline != "none", $"No focus to be seen on {tag}");
            if (isThere)
            {
                return;
            }
        }

        Assert.Fail($"The Tab key does not reach {selector}.");
    }
}
