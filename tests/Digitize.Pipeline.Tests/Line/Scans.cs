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

    /// <summary>An open book: strokes in lines on two pages, and the fold's shadow between.</summary>
    public static byte[] Spread(int number)
    {
        using var blank = Image.Black(800, 560) + (226 + number);
        using var places = Image.Xyz(800, 560);
        using var away = (places[0] - 400).Abs();
        using var shade = 1 - (away * -1 / 11).Math(Enums.OperationMath.Exp) * 0.45;
        using var paper = (blank * shade).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Bw, xres: 150 / 25.4, yres: 150 / 25.4);
        var random = new Random(number);
        using var printed = paper.Mutate(canvas =>
        {
            for (var y = 60; y < 480; y += 24)
            {
                foreach (var x in Enumerable.Range(0, 90).Select(i => i < 45 ? 40 + 7 * i : 130 + 7 * i).Where(x => x is < 350 or > 445))
                {
                    if (random.Next(5) > 0)
                    {
                        canvas.DrawRect([20], x, y, 3, 11, fill: true);
                    }
                }
            }
        });
        return printed.PngsaveBuffer();
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
