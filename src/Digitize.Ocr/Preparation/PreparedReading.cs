using Digitize.Core.Text;

namespace Digitize.Ocr.Preparation;

/// <summary>
/// Reads a page on even paper at a good height of type, and again prepared for the damage it may have when the first
/// reading is not sure enough. The better reading is kept.
/// </summary>
internal static class PreparedReading
{
    /// <summary>A page read with this confidence is not read again.</summary>
    private const double Sure = 0.92;

    private static readonly (string Name, Func<GreyPage, GreyPage> Prepare)[] Remedies =
    [
        ("bleed-through", BleedThrough.Removed),
        ("sharpened", Sharpening.Of),
        ("broken-type", BrokenType.Joined),
    ];

    /// <param name="read">Reads pixels, the boxes in those pixels.</param>
    /// <returns>Boxes in pixels of <paramref name="image"/>.</returns>
    internal static Reading Of(OcrImage image, Func<OcrImage, List<TextRegion>> read, CancellationToken ct)
    {
        var page = PaperBackground.Removed(GreyPage.Of(image));
        var factor = TypeScale.Of(page);
        page = factor == 1 ? page : Resized.Of(page, factor);
        var best = new Reading("paper", read(page.ToImage()));
        var readings = 1;
        foreach (var (name, prepare) in Remedies)
        {
            ct.ThrowIfCancellationRequested();
            if (best.Confidence >= Sure)
            {
                break;
            }

            var other = new Reading(name, read(prepare(page).ToImage()));
            readings++;
            best = other.Gain > best.Gain ? other : best;
        }

        var regions = factor == 1 ? best.Regions : new OnPage(image.Width, image.Height, factor).Of(best.Regions);
        return new Reading(FormattableString.Invariant($"{best.Preparation} scale={factor:0.##} readings={readings}"), regions);
    }
}
