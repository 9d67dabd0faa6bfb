namespace Digitize.Browser.Tests;

/// <summary>Every screen, seen by someone who works with it.</summary>
internal sealed record Screen(string Name, string? Role, Func<Shelf, string> Address, int Status = 200)
{
    public static IReadOnlyList<Screen> All { get; } =
    [
        new("library", null, _ => "/"),
        new("sign-in", null, _ => "/sign-in"),
        new("found", null, _ => "/search?q=nguoi"),
        new("open document", null, shelf => shelf.Kieu),
        new("open page", null, shelf => shelf.KieuPage),
        new("not found", null, _ => "/khong-co", 404),
        new("technician's desk", "technician", _ => "/"),
        new("batches", "technician", _ => "/batches"),
        new("batch", "technician", shelf => shelf.HongBatch),
        new("report", "technician", shelf => $"{shelf.HongBatch}/report"),
        new("not allowed", "technician", _ => "/admin/people", 403),
        new("curator's desk", "curator", _ => "/"),
        new("document", "curator", shelf => shelf.Nom),
        new("page in columns", "curator", shelf => shelf.NomPage),
        new("workbench", "curator", shelf => $"{shelf.KieuPage}/correct"),
        new("workbench in columns", "curator", shelf => $"{shelf.NomPage}/correct"),
        new("manager's desk", "manager", _ => "/"),
        new("coverage", "manager", _ => "/coverage"),
        new("holdings", "manager", _ => "/coverage/holdings?line=Library"),
        new("people", "administrator", _ => "/admin/people"),
    ];

    public static TheoryData<string> Names => new(All.Select(screen => screen.Name));

    public static Screen Named(string name) => All.Single(screen => screen.Name == name);

    /// <summary>Opens it in a language and waits until what it loads has come.</summary>
    public async Task OpenAsync(IPage page, Shelf shelf, string culture)
    {
        var address = Address(shelf);
        var answer = await page.GotoAsync($"{address}{(address.Contains('?') ? '&' : '?')}culture={culture}");
        Assert.Equal(Status, answer!.Status);
        if (await page.Locator("[data-viewer]").CountAsync() > 0)
        {
            await Assertions.Expect(page.Locator(".overlay g[transform]")).ToHaveCountAsync(1);
        }
    }
}
