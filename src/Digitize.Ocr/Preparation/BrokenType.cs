namespace Digitize.Ocr.Preparation;

/// <summary>Joins the parts of broken letters: light gaps narrower than a hundredth of an inch are filled with ink.</summary>
internal static class BrokenType
{
    internal static GreyPage Joined(GreyPage page)
    {
        var radius = Math.Max(1, (int)Math.Round((page.Ppi ?? 300) / 300.0));
        var pixels = SquareExtremes.Darkest(page.Pixels, page.Width, page.Height, radius);
        return page with { Pixels = SquareExtremes.Lightest(pixels, page.Width, page.Height, radius) };
    }
}
