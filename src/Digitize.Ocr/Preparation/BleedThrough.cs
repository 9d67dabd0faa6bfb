namespace Digitize.Ocr.Preparation;

/// <summary>
/// Takes away what shows through from the other side. It is fainter than the ink of this side at its darkest, so of
/// all that is dark only what lies about the heart of a stroke stays.
/// </summary>
internal static class BleedThrough
{
    /// <summary>Share of the ink's contrast below which a pixel is paper, even beside a heart.</summary>
    private const double Edge = 0.2;

    /// <param name="page">Its paper is white: see <see cref="PaperBackground"/>.</param>
    /// <param name="heart">Share of the ink's contrast that the heart of a stroke has at least.</param>
    internal static GreyPage Removed(GreyPage page, double heart = 0.6)
    {
        var ink = StrokeContrast.Of(page).Ink;
        if (ink == 0)
        {
            return page;
        }

        var (darkest, lightest) = (255 - (heart * ink), 255 - (Edge * ink));
        var near = SquareExtremes.Darkest(page.Pixels, page.Width, page.Height, page.PixelsIn(1.0 / 150));
        var left = new byte[page.Pixels.Length];
        for (var i = 0; i < left.Length; i++)
        {
            left[i] = near[i] < darkest && page.Pixels[i] < lightest ? page.Pixels[i] : byte.MaxValue;
        }

        return page with { Pixels = left };
    }
}
