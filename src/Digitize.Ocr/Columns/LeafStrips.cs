namespace Digitize.Ocr.Columns;

/// <summary>
/// Finds 版心, the strip where a leaf is folded: half of it at the edge of a scanned half-leaf, the whole between two halves.
/// </summary>
internal static class LeafStrips
{
    /// <summary>A strip cut in half is narrower than this, in pitches.</summary>
    private const double HalfWidth = 0.7;

    /// <returns>Numbers of the bands that are strips.</returns>
    internal static HashSet<int> Of(List<ColumnBand> bands, Rules rules, double pitch, int pageWidth, int frameHeight)
    {
        var strips = new HashSet<int>();
        if (rules.Found.Count == 0)
        {
            return strips;
        }

        for (var i = 0; i < bands.Count; i++)
        {
            if (bands[i].IsEmpty)
            {
                continue;
            }

            if (bands[i].Place.Width < pitch * HalfWidth || IsOutside(bands, i, rules, pitch, pageWidth) || HasFishtail(bands[i], pitch) ||
                IsMiddle(bands, i, rules, pitch, frameHeight) || IsCutAtEdge(bands, i, pitch, pageWidth))
            {
                strips.Add(i);
            }
        }

        return strips;
    }

    /// <summary>
    /// A leaf that was never folded, or was unfolded, is wider than high, and has its strip exactly between as many columns
    /// on either side.
    /// </summary>
    private static bool IsMiddle(List<ColumnBand> bands, int i, Rules rules, double pitch, int frameHeight)
    {
        if (rules.Found.Count < 4)
        {
            return false;
        }

        var (left, right) = (rules.Found[0].X, rules.Found[^1].X);
        var place = bands[i].Place;
        return right - left > Math.Max(frameHeight, pitch * 9)
            && place.LeftRuled && place.RightRuled
            && Math.Abs(((place.Left + place.Right) / 2.0) - ((left + right) / 2)) < pitch * 0.25;
    }

    /// <summary>The only band with ink beyond the outermost rule, and unlike a column.</summary>
    private static bool IsOutside(List<ColumnBand> bands, int i, Rules rules, double pitch, int pageWidth)
    {
        if (rules.Found.Count < 3)
        {
            return false;
        }

        bool Right(ColumnBand band) => band.Place.Left >= rules.Found[^1].X - 3;
        bool Left(ColumnBand band) => band.Place.Right <= rules.Found[0].X + 3;
        var band = bands[i];
        var sides = Right(band) ? bands.Where(Right) : Left(band) ? bands.Where(Left) : [];
        return sides.Count(other => !other.IsEmpty) == 1
            && (band.Ink.Width < pitch * HalfWidth || band.Ink.X <= 2 || band.Ink.Right >= pageWidth - 2);
    }

    /// <summary>The outermost band's ink keeps to its inner part: the scan or the paper ends in the strip.</summary>
    private static bool IsCutAtEdge(List<ColumnBand> bands, int i, double pitch, int pageWidth)
    {
        var (first, last) = (bands.FindIndex(band => !band.IsEmpty), bands.FindLastIndex(band => !band.IsEmpty));
        if (last - first < 3 || (i != first && i != last))
        {
            return false;
        }

        var (place, ink) = (bands[i].Place, bands[i].Ink);
        if (i == first ? place.RightRuled : place.LeftRuled)
        {
            return false;
        }

        var (inner, outer) = i == first
            ? (ink.X - place.Left, place.Right - ink.Right)
            : (place.Right - ink.Right, ink.X - place.Left);
        var cut = i == first ? Math.Min(place.Right, pageWidth) - ink.Right : ink.X - Math.Max(0, place.Left);
        return (ink.Width < pitch * HalfWidth && outer > inner + (pitch * 0.15))
            || (ink.Width < pitch * HalfWidth && cut <= 2 && ink.Height > pitch * 3);
    }

    /// <summary>A solid patch too wide for any stroke, across most of the place.</summary>
    private static bool HasFishtail(ColumnBand band, double pitch)
    {
        var thick = Math.Max(4, (int)(pitch * 0.2));
        var across = new int[band.Width];
        var rows = 0;
        for (var y = 0; y < band.Height; y++)
        {
            var solid = 0;
            for (var x = 0; x < band.Width; x++)
            {
                across[x] = band[x, y] ? across[x] + 1 : 0;
                solid += across[x] >= thick ? 1 : 0;
            }

            rows = solid > band.Place.Width * 0.55 ? rows + 1 : 0;
            if (rows >= 2)
            {
                return true;
            }
        }

        return false;
    }
}
