using System.Net;
using System.Text.RegularExpressions;

namespace Digitize.Browser.Tests;

[Collection(nameof(Site))]
public sealed class CuratorTests(Site site)
{
    private static readonly Words T = Words.Vietnamese;

    [Fact]
    public Task Page_ShowsImageAndItsLines() => site.VisitAsync("curator", async page =>
    {
        await page.GotoAsync(site.Shelf.Nom);
        await page.Locator($"a[href='{site.Shelf.NomPage}']").ClickAsync();

        var lines = await page.Locator("[data-lines] .line").CountAsync();
        Assert.True(lines > 5, $"{lines} lines");
        await Assertions.Expect(page.Locator(".overlay rect")).ToHaveCountAsync(lines);
        await AssertDrawnAsync(page);
    });

    [Fact]
    public Task Arrows_MoveTheSelectionInTextAndImage() => site.VisitAsync("curator", async page =>
    {
        await page.GotoAsync(site.Shelf.KieuPage);
        await Assertions.Expect(page.Locator(".overlay rect").First).ToBeAttachedAsync();
        await page.FocusAsync("[data-lines]");

        for (var line = 0; line < 3; line++)
        {
            await page.Keyboard.PressAsync("ArrowDown");

            Assert.Equal(new[] { line }, await ChosenAsync(page, ".line", "[aria-selected=true]"));
            Assert.Equal(new[] { line }, await ChosenAsync(page, ".overlay rect", ".chosen"));
        }

        await page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal(new[] { 1 }, await ChosenAsync(page, ".overlay rect", ".chosen"));
    });

    [Fact]
    public Task Click_OnTheImageChoosesTheLineInTheText() => site.VisitAsync("curator", async page =>
    {
        await page.GotoAsync(site.Shelf.KieuPage);
        await Assertions.Expect(page.Locator(".overlay g[transform]")).ToBeAttachedAsync();
        var place = await page.EvaluateAsync<float[]>("""
            () => {
              const box = document.querySelectorAll(".overlay rect")[3].getBoundingClientRect();
              return [box.x + box.width / 2, box.y + box.height / 2];
            }
            """);

        await page.Mouse.ClickAsync(place[0], place[1]);

        await Assertions.Expect(page.Locator(".line").Nth(3)).ToHaveAttributeAsync("aria-selected", "true");
    });

    [Fact]
    public Task Columns_StandAndLieFlat() => site.VisitAsync("curator", async page =>
    {
        await page.GotoAsync(site.Shelf.NomPage);
        var lines = page.Locator("[data-lines]");
        await Assertions.Expect(lines).ToHaveCSSAsync("writing-mode", "vertical-rl");

        await lines.PressAsync("l");
        await Assertions.Expect(lines).ToHaveCSSAsync("writing-mode", "horizontal-tb");
        await Assertions.Expect(page.GetByLabel(T["show.flat"])).ToBeCheckedAsync();

        await page.GetByLabel(T["show.flat"]).UncheckAsync();
        await Assertions.Expect(lines).ToHaveCSSAsync("writing-mode", "vertical-rl");
    });

    [Fact]
    public Task Confidence_IsMarkedAndCanBePutOut() => site.VisitAsync("curator", async page =>
    {
        await page.GotoAsync(site.Shelf.NomPage);
        var doubtful = page.Locator("[data-lines] .word:not(.sure)").First;
        await Assertions.Expect(page.Locator(".legend .word")).ToHaveTextAsync([T["band.sure"], T["band.doubtful"], T["band.weak"]]);
        await Assertions.Expect(doubtful).ToHaveCSSAsync("text-decoration-style", new Regex("dotted|wavy"));

        await page.GetByLabel(T["show.bands"], new() { Exact = true }).UncheckAsync();

        await Assertions.Expect(doubtful).ToHaveCSSAsync("text-decoration-line", "none");
    });

    [Fact]
    public Task Publish_MakesADocumentReachable() => site.VisitAsync("curator", async page =>
    {
        using var machine = site.Machine();
        var manifest = $"/iiif/presentation/3/{site.Shelf.Manuscript.Split('/')[^1]}/manifest.json";
        var before = (await machine.GetAsync(manifest)).StatusCode;

        await page.GotoAsync(site.Shelf.Manuscript);
        await page.GetByRole(AriaRole.Button, new() { Name = T["action.publish"] }).ClickAsync();
        await Assertions.Expect(page.Locator(".told")).ToHaveTextAsync(T["told.published"]);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (before, (await machine.GetAsync(manifest)).StatusCode));
    });

    /// <summary>The canvas holds a scan: neither empty nor of one colour.</summary>
    private static async Task AssertDrawnAsync(IPage page)
    {
        var shades = 0;
        for (var attempt = 0; attempt < 50 && shades < 50; attempt++)
        {
            await Task.Delay(100);
            shades = await page.EvaluateAsync<int>("""
                () => {
                  const canvas = document.querySelector(".viewer canvas");
                  if (!canvas?.width) return 0;
                  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
                  const shades = new Set();
                  for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) shades.add(data[i]);
                  return shades.size;
                }
                """);
        }

        Assert.True(shades >= 50, $"The viewer shows {shades} shades.");
    }

    /// <summary>Indexes, among the elements, of those that also match.</summary>
    private static Task<int[]> ChosenAsync(IPage page, string elements, string also) => page.EvaluateAsync<int[]>(
        "([elements, also]) => [...document.querySelectorAll(elements)].flatMap((e, i) => (e.matches(also) ? [i] : []))",
        new[] { elements, also });
}
