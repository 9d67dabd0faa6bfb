using NetVips;

namespace Digitize.Imaging.Tests.Drawing;

/// <summary>Pages drawn for tests, so that the truth about them is known.</summary>
internal static class DrawnPage
{
    public const double Ink = 40;
    public const double Paper = 225;

    static DrawnPage() => VipsSetup.Once();

    public static Image Blank(int width, int height, double paper = Paper) =>
        Of((Image.Black(width, height) + paper).Cast(Enums.BandFormat.Uchar));

    /// <summary>Horizontal lines of words of uneven length; the same seed draws the same page.</summary>
    public static Image Lines(int width, int height, int seed = 1, int lineHeight = 56) =>
        Draw(Blank(width, height), canvas => Words(canvas, width, height, seed, lineHeight, isVertical: false));

    /// <summary>Columns of characters between rules, in a frame, as on a woodblock print.</summary>
    public static Image Columns(int width, int height, int seed = 1, bool framed = true) =>
        Draw(Blank(width, height), canvas =>
        {
            Words(canvas, width, height, seed, lineHeight: 90, isVertical: true);
            if (!framed)
            {
                return;
            }

            var (left, top) = (width / 10, height / 10);
            canvas.DrawRect([Ink], left, top, width - 2 * left, 8, fill: true);
            canvas.DrawRect([Ink], left, height - top, width - 2 * left, 8, fill: true);
            for (var x = left; x <= width - left; x += 90)
            {
                canvas.DrawRect([Ink], x, top, 4, height - 2 * top, fill: true);
            }
        });

    /// <summary>Turned clockwise about the middle on paper of the same size, with smooth edges.</summary>
    public static Image Turned(this Image page, double clockwiseDegrees)
    {
        using var bicubic = Interpolate.NewFromName("bicubic");
        var (sin, cos) = Math.SinCos(clockwiseDegrees * Math.PI / 180);
        var (x, y) = ((page.Width - 1) / 2.0, (page.Height - 1) / 2.0);
        using (page)
        {
            return page.Affine([cos, -sin, sin, cos], bicubic, oarea: [0, 0, page.Width, page.Height],
                odx: x - (cos * x - sin * y), ody: y - (sin * x + cos * y),
                background: [Paper], extend: Enums.Extend.Background);
        }
    }

    /// <summary>A colour picture in which every place looks different.</summary>
    public static Image Colourful(int width, int height)
    {
        VipsSetup.Once();
        using var places = Image.Xyz(width, height);
        using var x = places.ExtractBand(0);
        using var y = places.ExtractBand(1);
        using var red = x * (200.0 / width) + 30;
        using var green = y * (200.0 / height) + 30;
        using var blue = ((x * 0.035).Math(Enums.OperationMath.Sin) + (y * 0.021).Math(Enums.OperationMath.Sin)) * 40 + 128;
        return red.Bandjoin(green, blue).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }

    public static Image Draw(Image page, Action<MutableImage> draw)
    {
        using (page)
        {
            return page.Mutate(draw);
        }
    }

    private static Image Of(Image image) =>
        image.Copy(interpretation: Enums.Interpretation.Bw, xres: 300 / 25.4, yres: 300 / 25.4);

    // A word is a row of strokes: bodies of one height, some with an ascender.
    private static void Words(MutableImage canvas, int width, int height, int seed, int lineHeight, bool isVertical)
    {
        var random = new Random(seed);
        var (marginX, marginY) = (width / 8, height / 8);
        var (inX, inY) = (width - 2 * marginX, height - 2 * marginY);
        var (across, along) = isVertical ? (inX, inY) : (inY, inX);
        for (var line = 0; line + lineHeight <= across; line += lineHeight)
        {
            var end = random.Next(along / 2, along);
            for (var at = 0; at < end; at += 16)
            {
                if (random.Next(6) == 0)
                {
                    continue;
                }

                var body = lineHeight * (random.Next(4) == 0 ? 6 : 4) / 10;
                if (isVertical)
                {
                    var inset = random.Next(lineHeight / 5);
                    canvas.DrawRect([Ink], marginX + line + 12 + inset, marginY + at, lineHeight - 26 - inset, 7, fill: true);
                }
                else
                {
                    canvas.DrawRect([Ink], marginX + at, marginY + line + lineHeight - body, 8, body, fill: true);
                }
            }
        }
    }
}
