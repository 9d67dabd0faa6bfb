using Digitize.Imaging;
using NetVips;

namespace Digitize.Pipeline.Tests.Line;

/// <summary>Small scans drawn for tests; each number draws another one.</summary>
internal static class Scans
{
    static Scans() => VipsSetup.Once();

    public static byte[] Png(int number = 1)
    {
        using var page = Page(number);
        return page.PngsaveBuffer();
    }

    public static byte[] Jpeg(int number = 1)
    {
        using var page = Page(number);
        return page.JpegsaveBuffer();
    }

    /// <summary>Some lines of print, cut from a sample.</summary>
    public static byte[] Text()
    {
        using var page = Image.NewFromFile(Path.Combine(Repository.Samples, "quoc-ngu-print", "KIEU-1911", "KIEU-1911_002.jpg"));
        using var lines = page.Crop(0, page.Height / 3, page.Width, page.Height / 9);
        return lines.PngsaveBuffer();
    }

    /// <summary>One TIFF of several frames.</summary>
    public static byte[] Tiff(int frames)
    {
        var pages = Enumerable.Range(1, frames).Select(Page).ToArray();
        using var strip = Image.Arrayjoin(pages, across: 1);
        using var paged = strip.Mutate(image => image.Set(GValue.GIntType, "page-height", pages[0].Height));
        return paged.TiffsaveBuffer();
    }

    /// <summary>Passes for a PNG by its first bytes and breaks off in the header.</summary>
    public static byte[] BrokenHeader(int number = 1) => [.. Png(number)[..20], 1, 2, 3];

    /// <summary>Its header is sound, its pixels end half way.</summary>
    public static byte[] Truncated(int number = 1)
    {
        var whole = Png(number);
        return whole[..(whole.Length / 2)];
    }

    private static Image Page(int number)
    {
        using var noise = Image.Gaussnoise(200, 150, sigma: 30, mean: 180, seed: number);
        using var grey = noise.Cast(Enums.BandFormat.Uchar);
        return grey.Copy(interpretation: Enums.Interpretation.Bw, xres: 300 / 25.4, yres: 300 / 25.4);
    }
}
