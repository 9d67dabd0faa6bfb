using System.Text.Json;

namespace Digitize.Browser.Tests;

/// <summary>What holds on each screen. That nothing is refused and no other origin asked, every visit asserts.</summary>
[Collection(nameof(Site))]
public sealed class EveryScreenTests(Site site)
{
    private static readonly string Axe = File.ReadAllText(Path.Combine(Checkout.Root, "tests/tools/node_modules/axe-core/axe.min.js"));

    /// <summary>Everything that is seen or spoken, but for what is said to be in another language.</summary>
    private const string Shown = """
        () => {
          const texts = [];
          const isOther = (element) => element.closest("[lang]").lang !== document.documentElement.lang;
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const text = walker.currentNode.textContent.trim().replace(/\s+/g, " ");
            if (text && !isOther(walker.currentNode.parentElement)) texts.push(text);
          }
          for (const element of document.querySelectorAll("[aria-label], [title], [alt], [placeholder], [data-live], [data-poll]"))
            for (const name of ["aria-label", "title", "alt", "placeholder", "data-live", "data-poll"])
              if (element.getAttribute(name) && !isOther(element)) texts.push(element.getAttribute(name));
          texts.push(document.title.split(" · ")[0]);
          return texts;
        }
        """;

    public static TheoryData<string> Names => Screen.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Screen_SpeaksOneLanguage(string name) => site.VisitAsync(Screen.Named(name).Role, async page =>
    {
        foreach (var (culture, words, other) in new[] { ("en-GB", Words.English, Words.Vietnamese), ("vi-VN", Words.Vietnamese, Words.English) })
        {
            await Screen.Named(name).OpenAsync(page, site.Shelf, culture);

            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", culture[..2]);
            var shown = await page.EvaluateAsync<string[]>(Shown);
            Assert.NotEmpty(words.In(shown, other));
            Assert.Empty(other.In(shown, words));
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Screen_HasNoSeriousBarrier(string name)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            // The check itself is a script of no origin; the policy stays on in every other visit.
            await site.VisitAsync(
                Screen.Named(name).Role, page => AssertAccessibleAsync(page, name, scheme),
                new() { BypassCSP = true, ColorScheme = scheme });
        }
    }

    /// <summary>Every other visit relies on it.</summary>
    [Theory]
    [InlineData("document.head.appendChild(document.createElement('style')).textContent = 'p { color: red }'")]
    [InlineData("console.error('a fault')")]
    [InlineData("setTimeout(() => { throw new Error('a fault') })")]
    [InlineData("new Image().src = 'http://127.0.0.2:9/spy.gif'")]
    public Task Visit_Fails_WhenTheBrowserComplains(string script) => Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(
        () => site.VisitAsync(null, async page =>
        {
            await page.GotoAsync("/sign-in");
            await page.EvaluateAsync($"() => {{ {script} }}");
            await page.WaitForTimeoutAsync(200);
        }));

    private async Task AssertAccessibleAsync(IPage page, string name, ColorScheme scheme)
    {
        foreach (var culture in new[] { "vi-VN", "en-GB" })
        {
            await Screen.Named(name).OpenAsync(page, site.Shelf, culture);
            await page.AddScriptTagAsync(new() { Content = Axe });
            var found = await page.EvaluateAsync<JsonElement>(
                "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations");
            var barriers = string.Join('\n', found.EnumerateArray()
                .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
                .Select(violation => $"{scheme} {culture} {violation.GetProperty("id")}: {violation.GetProperty("help")} "
                    + string.Join(" | ", violation.GetProperty("nodes").EnumerateArray().Take(3).Select(node => node.GetProperty("html")))));
            Assert.True(barriers.Length == 0, barriers);
        }
    }
}
