namespace Digitize.Browser.Tests;

/// <summary>A curator corrects a page without touching the mouse, and loses nothing.</summary>
[Collection(nameof(Site))]
public sealed class WorkbenchTests(Site site)
{
    private static readonly Words T = Words.Vietnamese;

    [Fact]
    public Task Typing_IsSavedOnLeavingTheLine_AndStaysAfterReload() => site.VisitAsync("curator", async page =>
    {
        await OpenAsync(page, site.Shelf.KieuPage);
        var field = page.Locator("#line-1");
        await field.FocusAsync();
        await field.PressAsync("End");
        await page.Keyboard.TypeAsync(" thêm");
        await field.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#line-2")).ToBeFocusedAsync();
        await Assertions.Expect(State(page, 1)).ToHaveTextAsync(T["workbench.saved"]);
        await OpenAsync(page, site.Shelf.KieuPage);
        Assert.EndsWith(" thêm", await field.InputValueAsync());
    });

    [Fact]
    public Task Candidates_AreTakenByNumber() => site.VisitAsync("curator", async page =>
    {
        await OpenAsync(page, site.Shelf.NomPage);
        var field = page.Locator("#line-1");
        await field.FocusAsync();
        await page.EvaluateAsync("() => document.querySelector('#line-1').setSelectionRange(0, 0)");
        var before = await field.InputValueAsync();

        await field.PressAsync("F2");
        var second = await page.Locator("[data-choices] button").First.TextContentAsync();
        await page.Keyboard.PressAsync("1");

        await Assertions.Expect(field).ToBeFocusedAsync();
        var after = await field.InputValueAsync();
        Assert.StartsWith(second!, after);
        Assert.NotEqual(before, after);
    });

    [Fact]
    public Task Doubtful_CharactersAreFoundByF8() => site.VisitAsync("curator", async page =>
    {
        await OpenAsync(page, site.Shelf.NomPage);
        await page.Locator("#line-1").FocusAsync();

        await page.Keyboard.PressAsync("F8");

        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.selectionEnd > document.activeElement.selectionStart"));
    });

    [Fact]
    public Task Network_CutInTheMiddleOfASentence_LosesNothing() => site.VisitAsync("curator", async page =>
    {
        await OpenAsync(page, site.Shelf.KieuPage);
        var field = page.Locator("#line-3");
        await field.FocusAsync();
        await field.PressAsync("End");
        await page.Keyboard.TypeAsync(" nửa câu");
        await page.RouteAsync("**/lines", route => route.AbortAsync());
        await page.Keyboard.TypeAsync(" sau");
        await field.PressAsync("Enter");
        await Assertions.Expect(State(page, 3)).ToHaveTextAsync(T["workbench.waiting"]);

        await page.UnrouteAsync("**/lines");
        await OpenAsync(page, site.Shelf.KieuPage);

        await Assertions.Expect(State(page, 3)).ToHaveTextAsync(T["workbench.saved"]);
        Assert.EndsWith(" nửa câu sau", await field.InputValueAsync());
    }, mayComplain: true);

    [Fact]
    public Task Page_ClosedAtOnceAfterAKey_HasTheKey() => site.VisitAsync("curator", async page =>
    {
        await OpenAsync(page, site.Shelf.KieuPage);
        await page.Locator("#line-4").FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("!");
        await page.GotoAsync("about:blank");

        await OpenAsync(page, site.Shelf.KieuPage);

        Assert.EndsWith("!", await page.Locator("#line-4").InputValueAsync());
    });

    [Fact]
    public Task Conflict_ShowsBothTexts_AndThePersonDecides() => site.VisitAsync("curator", async page =>
    {
        await OpenAsync(page, site.Shelf.KieuPage);
        await site.VisitAsync("administrator", async other =>
        {
            await OpenAsync(other, site.Shelf.KieuPage);
            await other.Locator("#line-5").FillAsync("của người khác");
            await other.Locator("#line-5").PressAsync("Enter");
            await Assertions.Expect(State(other, 5)).ToHaveTextAsync(T["workbench.saved"]);
        });

        await page.Locator("#line-5").FillAsync("của tôi");
        await page.Locator("#line-5").PressAsync("Enter");

        var conflict = page.Locator("[data-line='5'] .conflict");
        await Assertions.Expect(conflict.Locator("[data-theirs]")).ToHaveTextAsync("của người khác");
        await Assertions.Expect(conflict.Locator("[data-mine]")).ToHaveTextAsync("của tôi");
        await conflict.Locator("[data-take=mine]").ClickAsync();
        await Assertions.Expect(State(page, 5)).ToHaveTextAsync(T["workbench.saved"]);
        await OpenAsync(page, site.Shelf.KieuPage);
        Assert.Equal("của tôi", await page.Locator("#line-5").InputValueAsync());
    }, mayComplain: true);

    /// <summary>An input method writes and rewrites; its Enter is not ours.</summary>
    [Fact]
    public Task Composition_KeepsItsKeys() => site.VisitAsync("curator", async page =>
    {
        await OpenAsync(page, site.Shelf.KieuPage);
        await page.Locator("#line-6").FocusAsync();
        await page.Keyboard.PressAsync("End");
        var input = await page.Context.NewCDPSessionAsync(page);
        foreach (var text in new[] { "t", "tr", "tro", "trơ", "trời" })
        {
            await input.SendAsync("Input.imeSetComposition", new() { ["text"] = text, ["selectionStart"] = text.Length, ["selectionEnd"] = text.Length });
        }

        await page.EvaluateAsync("""
            () => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true }))
            """);
        await Assertions.Expect(page.Locator("#line-6")).ToBeFocusedAsync();
        await input.SendAsync("Input.insertText", new() { ["text"] = "trời" });
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(State(page, 6)).ToHaveTextAsync(T["workbench.saved"]);
        Assert.EndsWith("trời", await page.Locator("#line-6").InputValueAsync());
    });

    [Fact]
    public Task Finish_MakesTheTextStand() => site.VisitAsync("curator", async page =>
    {
        await page.GotoAsync(site.Shelf.Kieu);
        var second = await page.Locator("main a[href^='/pages/']").Nth(2).GetAttributeAsync("href");
        await OpenAsync(page, second!);
        await page.Locator("#line-1").FillAsync("Dòng đã hiệu đính");
        await page.Locator("#line-1").PressAsync("Control+Enter");
        await page.WaitForURLAsync(url => !url.Contains(second!));

        await page.GotoAsync(second!);

        await Assertions.Expect(page.Locator(".line").First).ToContainTextAsync("Dòng đã hiệu đính");
    });

    private static async Task OpenAsync(IPage page, string address)
    {
        await page.GotoAsync($"{address}/correct");
        await Assertions.Expect(page.Locator("[data-workbench][data-ready]")).ToHaveCountAsync(1);
    }

    private static ILocator State(IPage page, int line) => page.Locator($"[data-line='{line}'] [data-line-state]");
}
