using NetVips;

namespace Digitize.Imaging.Deskew;

/// <summary>The colour of the bare page.</summary>
internal static class PaperColour
{
    private const int LongestEdgePixels = 256;

    /// <summary>One value a band, 0 to 255: the median, for there is more paper on a page than anything else.</summary>
    public static double[] Of(Image image)
    {
        var factor = Math.Max(1, Math.Max(image.Width, image.Height) / LongestEdgePixels);
        using var small = image.Shrink(Math.Min(factor, image.Width), Math.Min(factor, image.Height));
        return [.. Enumerable.Range(0, small.Bands).Select(band =>
        {
            using var values = small.ExtractBand(band);
            return (double)values.Percent(50);
        })];
    }
}
