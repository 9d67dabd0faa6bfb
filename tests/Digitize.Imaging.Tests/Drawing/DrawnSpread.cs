using NetVips;

namespace Digitize.Imaging.Tests.Drawing;

/// <summary>Open books and unfolded leaves drawn for tests.</summary>
internal static class DrawnSpread
{
    public const int Width = 1600;
    public const int Height = 1100;

    /// <summary>Two pages of lines; the paper darkens towards the fold.</summary>
    /// <param name="foldX">Of the fold in the middle of the sheet's height.</param>
    /// <param name="slant">How far right the fold lies at the lower edge, against the upper.</param>
    public static Image Fold(int foldX, int slant = 0)
    {
        using var bare = Shadowed(foldX, slant, depth: 0.4);
        return Draw(bare, canvas =>
        {
            Lines(canvas, 90, foldX - 90 - Math.Abs(slant), seed: 1);
            Lines(canvas, foldX + 90 + Math.Abs(slant), Width - 90, seed: 2);
        });
    }

    /// <summary>One wide page of lines with the crease of a fold through them.</summary>
    public static Image FoldedSheet()
    {
        using var bare = Shadowed(Width / 2, 0, depth: 0.3);
        return Draw(bare, canvas => Lines(canvas, 90, Width - 90, seed: 3));
    }

    /// <summary>Two columns of lines with a narrow space between, and perhaps a rule.</summary>
    public static Image TwoColumns(bool ruled) => DrawnPage.Draw(DrawnPage.Blank(Width, Height), canvas =>
    {
        Lines(canvas, 110, Width / 2 - 25, seed: 4);
        Lines(canvas, Width / 2 + 25, Width - 110, seed: 5);
        if (ruled)
        {
            canvas.DrawRect([DrawnPage.Ink], Width / 2 - 1, 100, 3, Height - 200, fill: true);
        }
    });

    /// <summary>A frame of columns on either side of a strip.</summary>
    /// <param name="strip">Pixels; a column has 100.</param>
    public static Image Leaf(int strip, bool fishtail) => DrawnPage.Draw(DrawnPage.Blank(Width, Height), canvas =>
    {
        var (left, top, height) = (Width / 2 - strip / 2 - 600, 100, Height - 200);
        canvas.DrawRect([DrawnPage.Ink], left, top, 1200 + strip, 6, fill: true);
        canvas.DrawRect([DrawnPage.Ink], left, top + height, 1200 + strip, 6, fill: true);
        foreach (var start in new[] { left, left + 600 + strip })
        {
            for (var column = 0; column <= 6; column++)
            {
                canvas.DrawRect([DrawnPage.Ink], start + 100 * column, top, column is 0 or 6 ? 6 : 3, height, fill: true);
            }

            Columns(canvas, start, top, height);
        }

        // The strip's title: smaller characters than the text's.
        for (var y = top + 300; y < top + 500; y += 40)
        {
            canvas.DrawRect([DrawnPage.Ink], Width / 2 - strip / 5, y, strip * 2 / 5, 8, fill: true);
        }

        if (fishtail)
        {
            canvas.DrawRect([DrawnPage.Ink], Width / 2 - strip / 2, top + 150, strip, 40, fill: true);
        }
    });

    private static Image Draw(Image bare, Action<MutableImage> draw) => bare.Mutate(draw);

    private static Image Shadowed(int foldX, int slant, double depth)
    {
        using var blank = DrawnPage.Blank(Width, Height);
        using var places = Image.Xyz(Width, Height);
        using var away = (places[0] - foldX - (places[1] / Height - 0.5) * slant).Abs();
        using var shade = 1 - (away * -1 / 22).Math(Enums.OperationMath.Exp) * depth;
        using var shadowed = blank * shade;
        return shadowed.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Bw);
    }

    private static void Lines(MutableImage canvas, int from, int to, int seed)
    {
        var random = new Random(seed);
        for (var y = 120; y < Height - 140; y += 44)
        {
            for (var x = from; x < to - 8; x += 15)
            {
                if (random.Next(6) > 0)
                {
                    canvas.DrawRect([DrawnPage.Ink / 2], x, y, 7, 20, fill: true);
                }
            }
        }
    }

    private static void Columns(MutableImage canvas, int left, int top, int height)
    {
        for (var column = 0; column < 6; column++)
        {
            for (var y = top + 30; y < top + height - 70; y += 78)
            {
                canvas.DrawRect([DrawnPage.Ink], left + 100 * column + 22, y, 58, 9, fill: true);
                canvas.DrawRect([DrawnPage.Ink], left + 100 * column + 45, y, 9, 60, fill: true);
                canvas.DrawRect([DrawnPage.Ink], left + 100 * column + 22, y + 50, 58, 9, fill: true);
            }
        }
    }
}
