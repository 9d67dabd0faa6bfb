namespace Digitize.Imaging.Inspection;

/// <summary>
/// What comes into the sheet from its edge: a finger, told by skin that is redder than the paper and joined to the
/// outside; a folded or torn corner, told by bed where the sheet's rectangle should be paper. On a bed as light as the
/// paper a folded corner is not seen, nor is a finger without colour.
/// </summary>
internal static class BorderIntrusion
{
    // A finger that touches a page is wider than 2 % of it; a stroke of red ink and a bent edge are thinner.
    private const int ThinnestShare = 50;
    private const double RedderThanPaper = 7;
    private const double ReddestSkin = 32;

    /// <summary>Share of the sheet, 0 to 1.</summary>
    public static double Share(Sheet sheet, bool isColour)
    {
        var radius = Math.Max(2, Math.Max(sheet.Width, sheet.Height) / ThinnestShare / 2);
        var skin = isColour ? Largest(Regions.Opened(Skin(sheet), sheet.Width, sheet.Height, radius / 2), sheet) : 0;
        var lacking = Largest(Regions.Opened(Lacking(sheet), sheet.Width, sheet.Height, radius), sheet);
        return (double)Math.Max(skin, lacking) / Math.Max(1, sheet.IsBed.Count(bed => !bed));
    }

    private static bool[] Skin(Sheet sheet)
    {
        var colours = Enumerable.Range(0, sheet.IsBed.Length).Select(sheet.Colours.Lab).ToArray();
        var paper = colours.Where((_, at) => !sheet.IsBed[at] && sheet.Grey.Pixels[at] >= sheet.PaperLevel * 0.85).ToList();
        if (paper.Count == 0)
        {
            return new bool[colours.Length];
        }

        var paperRed = PaperCast.Median(paper, lab => lab.A);
        return Array.ConvertAll(colours, lab =>
            lab.L is > 15 and < 90 && lab.A - paperRed > RedderThanPaper && lab.A is > 5 and < ReddestSkin
            && lab.B > 2 && lab.B < 3.2 * lab.A);
    }

    // Inside the sheet's upright or turned rectangle, and yet bed.
    private static bool[] Lacking(Sheet sheet)
    {
        var frame = SheetFrame.Around(sheet);
        return [.. sheet.IsBed.Select((bed, at) => bed && frame.Holds(at % sheet.Width, at / sheet.Width))];
    }

    // Only a region that reaches the outside: the image's border or the bed.
    private static int Largest(bool[] marked, Sheet sheet) =>
        Regions.All(marked, sheet.Width, sheet.Height)
            .Where(region => region.Any(at => IsAtOutside(at, sheet)))
            .Select(region => region.Count).DefaultIfEmpty().Max();

    private static bool IsAtOutside(int at, Sheet sheet)
    {
        const int Reach = 3;
        var (x, y) = (at % sheet.Width, at / sheet.Width);
        if (x < Reach || y < Reach || x >= sheet.Width - Reach || y >= sheet.Height - Reach)
        {
            return true;
        }

        return sheet.IsBed[at - Reach] || sheet.IsBed[at + Reach]
            || sheet.IsBed[at - Reach * sheet.Width] || sheet.IsBed[at + Reach * sheet.Width];
    }
}
