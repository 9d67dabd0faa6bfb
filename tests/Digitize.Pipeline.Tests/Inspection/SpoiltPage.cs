using Digitize.Imaging;
using NetVips;

namespace Digitize.Pipeline.Tests.Inspection;

/// <summary>A sound page in a file, or the same page with one fault.</summary>
internal static class SpoiltPage
{
    private const int Width = 1200;
    private const int Height = 1600;
    private const int Bed = 24;

    static SpoiltPage() => VipsSetup.Once();

    /// <param name="stem">Where to, without the ending.</param>
    /// <returns>The file's path.</returns>
    public static string Save(string stem, string fault)
    {
        using var page = Spoilt(fault);
        var path = stem + (fault == "compression" ? ".jpg" : ".png");
        if (fault == "compression")
        {
            page.Jpegsave(path, q: 12, profile: "srgb");
        }
        else if (fault == "profile")
        {
            page.Pngsave(path, compression: 1);
        }
        else
        {
            page.Pngsave(path, compression: 1, profile: "srgb");
        }

        return path;
    }

    private static Image Spoilt(string fault)
    {
        var sound = Sound(withText: fault != "blank");
        using var spoilt = fault switch
        {
            "sharpness" => sound.Gaussblur(4),
            "clipped-white" => sound.Linear([1.4, 1.4, 1.4], [0, 0, 0]),
            "clipped-black" => sound.Linear([1.4, 1.4, 1.4], [-85, -85, -85]),
            "noise" => sound + Image.Gaussnoise(Width, Height, mean: 0, sigma: 20, seed: 3),
            "uneven-light" => sound * (1 - Image.Xyz(Width, Height).ExtractBand(0) * (0.5 / Width)),
            "colour-cast" => sound.Linear([0.8, 0.96, 1.15], [0, 0, 0]),
            "border-intrusion" => sound.Mutate(canvas => canvas.DrawCircle([204, 153, 122], 10, 900, 90, fill: true)),
            "fold" => sound.Mutate(Fold),
            "bitonal" => (sound.ExtractBand(1) > 120).Copy(interpretation: Enums.Interpretation.Bw),
            _ => sound,
        };
        var ppi = fault == "ppi" ? 150 : 300;
        return spoilt.Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: fault == "bitonal" ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb, xres: ppi / 25.4, yres: ppi / 25.4);
    }

    // Old paper on a dark bed, words of upright and level strokes, the grain of a good scanner.
    private static Image Sound(bool withText)
    {
        using var bed = Image.Black(Width, Height) + new double[] { 30, 29, 29 };
        using var drawn = bed.Cast(Enums.BandFormat.Uchar).Mutate(canvas =>
        {
            canvas.DrawRect([222, 212, 186], Bed, Bed, Width - 2 * Bed, Height - 2 * Bed, fill: true);
            var random = new Random(5);
            for (var y = 160; withText && y < Height - 160; y += 56)
            {
                for (var x = 140; x < Width - 160; x += random.Next(18, 40))
                {
                    canvas.DrawRect([45, 42, 40], x, y, 7, random.Next(4) == 0 ? 34 : 24, fill: true);
                    canvas.DrawRect([45, 42, 40], x, y + 20, 14, 5, fill: true);
                }
            }
        });
        using var optics = drawn.Gaussblur(0.6);
        return (optics + Image.Gaussnoise(Width, Height, mean: 0, sigma: 2, seed: 1)).Cast(Enums.BandFormat.Uchar);
    }

    private static void Fold(MutableImage canvas)
    {
        for (var y = 0; y < 180; y++)
        {
            canvas.DrawRect([30, 29, 29], 0, y, 180 - y, 1, fill: true);
        }
    }
}
