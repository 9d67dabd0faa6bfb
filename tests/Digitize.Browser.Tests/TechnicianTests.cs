using System.Text;

namespace Digitize.Browser.Tests;

[Collection(nameof(Site))]
public sealed class TechnicianTests(Site site)
{
    private static readonly Words T = Words.Vietnamese;

    [Fact]
    public Task SignIn_LeadsToBatchesWithCountsAndPhrase() => site.VisitAsync(null, async page =>
    {
        await site.SignInAsync(page, "technician");
        await page.ClickAsync("nav a[href='/batches']");

        var row = Row(page, "KIEU-1911");
        await Assertions.Expect(row.Locator(".phrase")).ToContainTextAsync(T["batch.now.done", 5]);
        await Assertions.Expect(row.Locator(".figure")).ToHaveTextAsync(["5/5", "5/5", "0/5"]);
        await Assertions.Expect(Row(page, "HONG").Locator(".wanted")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Batch_AdvancesWithoutReload_WhenItIsDropped() => site.VisitAsync("technician", async page =>
    {
        await page.GotoAsync("/batches");
        await Assertions.Expect(page.Locator("#live")).ToHaveTextAsync(T["live.on"]);
        await page.EvaluateAsync("""
            () => {
              window.phrases = [];
              const note = () => {
                const link = [...document.querySelectorAll("tbody th a")].find((link) => link.textContent === "TONKIN-1898");
                const phrase = link?.closest("tr").querySelector(".phrase span").textContent;
                if (phrase && window.phrases.at(-1) !== phrase) window.phrases.push(phrase);
              };
              new MutationObserver(note).observe(document.body, { subtree: true, childList: true });
            }
            """);

        site.Drop("french/TONKIN-1898");

        await Assertions.Expect(Row(page, "TONKIN-1898").Locator(".phrase"))
            .ToContainTextAsync(T["batch.now.done", 2], new() { Timeout = 60_000 });
        var phrases = await page.EvaluateAsync<string[]>("window.phrases");
        Assert.True(phrases.Length > 1, $"The row only ever said: {string.Join(" / ", phrases)}");
        await Assertions.Expect(page.Locator("#live")).ToHaveTextAsync(T["live.on"]);
    });

    [Fact]
    public Task HeldBatch_RunsOn_WhenReleased() => site.VisitAsync("technician", async page =>
    {
        var scan = File.ReadAllBytes(Path.Combine(Checkout.Samples, "incoming/manuscript/SO-TAY/SO-TAY_001.jpg"));
        site.Drop("manuscript/THIEU/THIEU_001.jpg", [.. scan, 1, 2, 3]);
        site.Drop("manuscript/THIEU/batch.yaml", Encoding.UTF8.GetBytes("shelfmark: A.9999\ntitle: Thiếu một tờ\nexpectedPages: 2\n"));
        await page.GotoAsync("/batches");
        await Assertions.Expect(Row(page, "THIEU").Locator(".phrase"))
            .ToContainTextAsync(T["batch.now.held"], new() { Timeout = 30_000 });

        await page.ClickAsync("tbody th a:text-is('THIEU')");
        await page.GetByRole(AriaRole.Button, new() { Name = T["batch.release"] }).ClickAsync();

        await Assertions.Expect(page.Locator(".told")).ToHaveTextAsync(T["told.released"]);
        await Assertions.Expect(page.Locator(".now")).ToHaveTextAsync(T["batch.now.done", 1], new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("a.cell")).ToHaveCountAsync(1);
    });

    private static ILocator Row(IPage page, string batch) =>
        page.Locator("tr[data-batch]", new() { Has = page.Locator($"th a:text-is('{batch}')") });
}
