using Digitize.Core.Text;

namespace Digitize.Ocr.Layout;

/// <summary>
/// Cuts a page into bands of articles, read one after the other: where nothing reaches over a height, text ends above it
/// and a heading begins below. This is one level cut of Nagy's X-Y tree; the order inside a band is <see
/// cref="ReadingOrder"/>'s, which alone would read on down the left columns.
/// </summary>
internal static class Bands
{
    internal static IEnumerable<List<TextRegion>> Of(IReadOnlyList<TextRegion> regions)
    {
        var band = new List<TextRegion>();
        foreach (var region in regions.OrderBy(region => region.Box.Y))
        {
            if (band.Count > 0 && region.Box.Y >= band.Max(above => above.Box.Bottom) - Slack(region)
                && region.Kind == RegionKind.Heading && EndsWithText(band))
            {
                yield return band;
                band = [];
            }

            band.Add(region);
        }

        if (band.Count > 0)
        {
            yield return band;
        }
    }

    /// <summary>Headings of one row do not begin at exactly one height, nor do columns end so.</summary>
    private static int Slack(TextRegion region) => region.Lines.Count == 0 ? 0 : region.Lines[0].Box.Height / 4;

    /// <summary>No heading in it waits for its text.</summary>
    private static bool EndsWithText(List<TextRegion> band) => band
        .Where(region => region.Kind == RegionKind.Heading)
        .All(heading => band.Any(below => below.Kind != RegionKind.Heading && below.Box.Y > heading.Box.Y
            && PrintLine.SharedWidth(below.Box, heading.Box) > 0));
}
