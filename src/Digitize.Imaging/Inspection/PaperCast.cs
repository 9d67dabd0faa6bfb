namespace Digitize.Imaging.Inspection;

/// <summary>
/// How far the paper's colour lies from what papers are: white to yellow to brown. Ageing goes that way, so a page is
/// not faulted for its age, and a yellow cast cannot be told from yellow paper without a target chart.
/// </summary>
internal static class PaperCast
{
    // The wedge of papers in CIELAB: from slightly bluish white to brown, redder as it grows yellower.
    private const double BluestB = -3;
    private const double YellowestB = 42;
    private const double GreenestA = -3;
    private const double ReddestA = 3.5;
    private const double RedderByYellow = 0.42;

    // A channel that has run into white tells no colour.
    private const int LostColour = 252;

    /// <summary>Distance in the a*, b* plane, 0 for any paper; null without light paper.</summary>
    public static double? Of(Sheet sheet)
    {
        var light = Enumerable.Range(0, sheet.IsBed.Length)
            .Where(at => !sheet.IsBed[at] && Math.Abs(sheet.Grey.Pixels[at] - sheet.PaperLevel) <= sheet.PaperLevel / 10)
            .Where((at, index) => index % 7 == 0 && Brightest(sheet.Colours, at) < LostColour)
            .Select(sheet.Colours.Lab).ToList();
        return light.Count < 20 ? null : Outside(Median(light, lab => lab.A), Median(light, lab => lab.B));
    }

    /// <summary>The sheet's paper in CIELAB.</summary>
    internal static double Median(List<(double L, double A, double B)> colours, Func<(double L, double A, double B), double> part) =>
        colours.Select(part).Order().ElementAt(colours.Count / 2);

    private static int Brightest(ColourRaster colours, int at) =>
        Math.Max(colours.Red[at], Math.Max(colours.Green[at], colours.Blue[at]));

    private static double Outside(double a, double b)
    {
        var reddest = ReddestA + RedderByYellow * Math.Max(0, b);
        var (missA, missB) = (a - Math.Clamp(a, GreenestA, reddest), b - Math.Clamp(b, BluestB, YellowestB));
        return Math.Sqrt(missA * missA + missB * missB);
    }
}
