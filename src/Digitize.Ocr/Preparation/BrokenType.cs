namespace Digitize.Ocr.Preparation;

/// <summary>
/// Joins the parts of broken letters: light gaps narrower than a hundredth of an inch are filled with ink. What is
/// faint goes first, or it would be joined to the letters; worn letters are pale themselves, so less counts as faint.
/// </summary>
internal static class BrokenType
{
    private const double PaleHeart = 0.45;

    internal static GreyPage Joined(GreyPage page) => Closed(BleedThrough.Removed(page, PaleHeart));

    /// <summary>With the edges smoothed, against type that is ragged besides.</summary>
    internal static GreyPage JoinedSoftly(GreyPage page)
    {
        var clean = BleedThrough.Removed(page, PaleHeart);
        var soft = SquareMean.Smoothed(clean.Pixels, page.Width, page.Height, page.PixelsIn(1.0 / 300));
        return Closed(page with { Pixels = soft });
    }

    private static GreyPage Closed(GreyPage page)
    {
        var radius = page.PixelsIn(1.0 / 300);
        var pixels = SquareExtremes.Darkest(page.Pixels, page.Width, page.Height, radius);
        return page with { Pixels = SquareExtremes.Lightest(pixels, page.Width, page.Height, radius) };
    }
}
