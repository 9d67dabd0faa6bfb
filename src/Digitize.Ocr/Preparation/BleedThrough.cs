namespace Digitize.Ocr.Preparation;

/// <summary>
/// Takes away what shows through from the other side. It is fainter than the ink of this side at its darkest, so of
/// all that is dark only what lies about the heart of a stroke stays.
/// </summary>
internal static class BleedThrough
{
    /// <summary>Share of the ink's contrast that the heart of a stroke has at least.</summary>
    private const double Heart = 0.6;

    /// <summary>Share of the ink's contrast below which a pixel is paper, even beside a heart.</summary>
    private const double Edge = 0.2;

    /// <param name="page">Its paper is white: see <see cref="PaperBackground"/>.</param>
    internal static GreyPage Removed(GreyPage page)
    {
        var ink = StrokeContrast.Ink(page);
        if (ink == 0)
        {
            return page;
        }

        var (heart, edge) = (255 - (Heart * ink), 255 - (Edge * ink));
        var reach = Math.Max(1, (int)Math.Round((page.Ppi ?? 300) / 150.0));
        var near = SquareExtremes.Darkest(page.Pixels, page.Width, page.Height, reach);
        var left = new byte[page.Pixels.Length];
        for (var i = 0; i < left.Length; i++)
        {
            left[i] = near[i] < heart && page.Pixels[i] < edge ? page.Pixels[i] : byte.MaxValue;
        }

        return page with { Pixels = left };
    }
}
