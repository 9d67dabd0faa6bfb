using Digitize.Core.Text;

namespace Digitize.Ocr.Preparation;

/// <summary>
/// Reads a page on even paper at a good height of type, and again prepared for the damage its strokes tell of when the
/// first reading is not sure enough. The best reading is kept; where three or more are close, they vote on its words.
/// </summary>
internal static class PreparedReading
{
    /// <summary>A page read with this confidence is not read again.</summary>
    private const double Sure = 0.925;

    /// <summary>Below this the type itself may be broken, which shows in nothing else.</summary>
    private const double Doubtful = 0.90;

    /// <summary>A reading with this share of the best one's gain has a vote on its words.</summary>
    private const double Close = 0.8;

    /// <summary>With two, the surer one would only win where it is wrong as well.</summary>
    private const int FewestVotes = 3;

    /// <param name="read">Reads pixels, the boxes in those pixels.</param>
    /// <returns>Boxes in pixels of <paramref name="image"/>.</returns>
    internal static Reading Of(OcrImage image, Func<OcrImage, List<TextRegion>> read, CancellationToken ct)
    {
        var page = PaperBackground.Removed(GreyPage.Of(image));
        var factor = TypeScale.Of(page);
        page = factor == 1 ? page : Resized.Of(page, factor);
        var readings = Readings(page, read, ct);
        var best = readings.Where(reading => reading.HoldsSureLinesOf(readings[0])).MaxBy(reading => reading.Gain)!;
        var close = readings.Where(reading => reading != best && reading.Gain > Close * best.Gain).ToList();
        var voted = close.Count + 1 >= FewestVotes;
        var regions = voted ? Consensus.Of(best, close) : best.Regions;
        return new Reading(
            FormattableString.Invariant($"{best.Preparation} scale={factor:0.##} readings={readings.Count} voted={(voted ? close.Count + 1 : 0)}"),
            factor == 1 ? regions : new OnPage(image.Width, image.Height, factor).Of(regions));
    }

    /// <summary>The first on even paper, further ones for as long as none is sure.</summary>
    private static List<Reading> Readings(GreyPage page, Func<OcrImage, List<TextRegion>> read, CancellationToken ct)
    {
        List<Reading> readings = [new("paper", PictureNoise.Without(page, read(page.ToImage())))];
        var surest = readings[0].Confidence;
        var remedies = surest < Sure && PrintDamage.Of(page) is { } damage ? Remedies(damage) : [];
        foreach (var (name, unsure, prepare) in remedies)
        {
            if (surest < unsure)
            {
                ct.ThrowIfCancellationRequested();
                readings.Add(new Reading(name, PictureNoise.Without(page, read(prepare(page).ToImage()))));
                surest = Math.Max(surest, readings[^1].Confidence);
            }
        }

        return readings;
    }

    /// <summary>What to try, while the surest reading's confidence is below <c>Unsure</c>.</summary>
    private static IEnumerable<(string Name, double Unsure, Func<GreyPage, GreyPage> Prepare)> Remedies(PrintDamage damage)
    {
        if (damage.IsBlurred)
        {
            yield return ("sharpened", Sure, Sharpening.Of);
        }
        else if (damage.ShowsThrough)
        {
            yield return ("bleed-through", Sure, page => BleedThrough.Removed(page));
        }

        yield return ("broken-type", Doubtful, BrokenType.Joined);
        yield return ("ragged-type", Doubtful, BrokenType.JoinedSoftly);
    }
}
