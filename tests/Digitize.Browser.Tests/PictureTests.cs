using System.Text.RegularExpressions;
using NetVips;

namespace Digitize.Browser.Tests;

[Collection(nameof(Site))]
public sealed class PictureTests(Site site)
{
    private const int MostBytes = 300_000;

    [Theory]
    [InlineData("technician", "vi-VN", "batches")]
    [InlineData("curator", "vi-VN", "page in columns")]
    [InlineData("manager", "vi-VN", "coverage")]
    [InlineData("technician", "en-GB", "batches")]
    [InlineData("curator", "en-GB", "page in columns")]
    [InlineData("manager", "en-GB", "coverage")]
    public Task Picture_FitsIntoAReadme(string role, string culture, string screen) => site.VisitAsync(role, async page =>
    {
        await Screen.Named(screen).OpenAsync(page, site.Shelf, culture);
        if (screen == "page in columns")
        {
            await page.Locator(".line").Nth(1).ClickAsync();
            await page.WaitForTimeoutAsync(1500); // the image sharpens tile by tile
        }
        else if (screen == "batches" && Pictures.Folder is not null)
        {
            Pictures.Busy(site, culture);
            await Assertions.Expect(page.Locator(".bar.read .figure").GetByText(new Regex("^[3-8]/12$")))
                .ToBeVisibleAsync(new() { Timeout = 60_000 });
        }

        using var shot = Image.NewFromBuffer(await page.ScreenshotAsync());
        var picture = shot.PngsaveBuffer(compression: 9, palette: true, q: 90, effort: 8);

        Assert.Equal((1280, 800), (shot.Width, shot.Height));
        Assert.InRange(picture.Length, 10_000, MostBytes);
        if (Pictures.Folder is { } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{role}{(culture == "vi-VN" ? "" : "-en")}.png"), picture);
        }
    }, new() { ColorScheme = ColorScheme.Light });
}
