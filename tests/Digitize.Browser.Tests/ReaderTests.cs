using System.Text;

namespace Digitize.Browser.Tests;

[Collection(nameof(Site))]
public sealed class ReaderTests(Site site)
{
    [Fact]
    public Task Search_FindsAVerse_WhenTypedWithoutMarks() => site.VisitAsync(null, async page =>
    {
        await page.GotoAsync("/");
        await page.FillAsync("#q", "trong coi nguoi ta");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("mark").First).ToContainTextAsync("người ta");
        await page.Locator($".hits a[href='{site.Shelf.KieuPage}']").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Truyện Kiều");
    });

    [Fact]
    public Task Search_ShowsReadersOnlyWhatIsPublic() => site.VisitAsync(null, async page =>
    {
        var answer = await page.GotoAsync(site.Shelf.Nom);

        Assert.EndsWith("/sign-in", new Uri(answer!.Url).AbsolutePath);
        await page.GotoAsync("/search?q=" + Uri.EscapeDataString("陸雲仙"));
        await Assertions.Expect(page.Locator($".hits a[href='{site.Shelf.NomPage}']")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Search_FindsAPartOfAColumn() => site.VisitAsync("curator", async page =>
    {
        await page.GotoAsync(site.Shelf.NomPage);
        var columns = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('.line')].map((line) => [...line.querySelectorAll('.word')].map((word) => word.textContent).join(''))");
        var column = columns.MaxBy(text => text.Length)!.EnumerateRunes().ToList();
        var part = new StringBuilder().AppendJoin("", column.Skip(1).Take(3)).ToString();

        await page.GotoAsync("/search?q=" + Uri.EscapeDataString(part));

        await Assertions.Expect(page.Locator($".hits a[href='{site.Shelf.NomPage}']")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("mark").First).ToHaveTextAsync(part);
    });
}
