namespace Digitize.Browser.Tests;

/// <summary>Addresses of what the samples became.</summary>
/// <param name="HongBatch">A batch with refused files.</param>
/// <param name="Nom">A document in columns that waits for a curator; its first page beside it.</param>
/// <param name="Kieu">A document that is public from the start; its first page beside it.</param>
/// <param name="Manuscript">Images only; not public.</param>
internal sealed record Shelf(string HongBatch, string Nom, string NomPage, string Kieu, string KieuPage, string Manuscript)
{
    public static async Task<Shelf> FindAsync(IPage page)
    {
        var hong = await OpenAsync("HONG");
        await OpenAsync("LVT-1874");
        var (nom, nomPage) = (await LinkAsync("documents"), await LinkAsync("pages"));
        await OpenAsync("KIEU-1911");
        var (kieu, kieuPage) = (await LinkAsync("documents"), await LinkAsync("pages"));
        await OpenAsync("SO-TAY");
        return new(hong, nom, nomPage, kieu, kieuPage, await LinkAsync("documents"));

        async Task<string> OpenAsync(string batch)
        {
            await page.GotoAsync("/batches");
            var address = await page.Locator($"tbody th a:text-is('{batch}')").GetAttributeAsync("href");
            await page.GotoAsync(address!);
            return address!;
        }

        async Task<string> LinkAsync(string kind) =>
            await page.Locator($"main a[href^='/{kind}/']").First.GetAttributeAsync("href") ?? throw new InvalidOperationException(kind);
    }
}
