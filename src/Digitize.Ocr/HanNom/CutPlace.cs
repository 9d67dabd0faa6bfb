namespace Digitize.Ocr.HanNom;

/// <summary>A row where a column could be cut between two characters.</summary>
/// <param name="Row">In rows of the column as the network sees it, <see cref="ColumnNetworks.ColumnWidth"/> wide.</param>
/// <param name="Probability">That two characters meet there.</param>
internal readonly record struct CutPlace(double Row, double Probability)
{
    private const double Faintest = 0.02, MostSure = 0.999;

    /// <summary>Gaps of more values than this are blank paper: cut at both ends, not in the middle.</summary>
    private const int LongGap = 8;

    private const double NearEnd = 4;

    /// <summary>
    /// Places from top to bottom, both ends of the column included. A cut whose row is uncertain is spread over several
    /// values: their sum counts.
    /// </summary>
    /// <param name="gap">The probability, for each two rows, that they lie between characters.</param>
    internal static List<CutPlace> Find(double[] gap)
    {
        var bottom = gap.Length * 2.0;
        return
        [
            new CutPlace(0, 1),
            .. Humps(gap)
                .SelectMany(hump => OfHump(gap, hump.First, hump.Last))
                .Where(place => place.Row > NearEnd && place.Row < bottom - NearEnd),
            new CutPlace(bottom, 1),
        ];
    }

    /// <summary>Every rise of the probability, parted where it falls to half and rises again; the last is exclusive.</summary>
    private static IEnumerable<(int First, int Last)> Humps(double[] gap)
    {
        var (start, top, low, valley) = (-1, 0.0, 0.0, 0);
        for (var i = 0; i <= gap.Length; i++)
        {
            var value = i < gap.Length ? gap[i] : 0;
            if (value <= Faintest)
            {
                if (start >= 0)
                {
                    yield return (start, i);
                }

                start = -1;
            }
            else if (start < 0)
            {
                (start, top, low, valley) = (i, value, value, i);
            }
            else if (2 * low < top && value > 2 * low)
            {
                yield return (start, valley);
                (start, top, low, valley) = (valley, value, value, i);
            }
            else if (value > top)
            {
                (top, low, valley) = (value, value, i);
            }
            else if (value < low)
            {
                (low, valley) = (value, i);
            }
        }
    }

    private static IEnumerable<CutPlace> OfHump(double[] gap, int first, int last)
    {
        var (top, sum, moment, inside, outside) = (0.0, 0.0, 0.0, -1, -1);
        var likely = 0;
        for (var i = first; i < last; i++)
        {
            top = Math.Max(top, gap[i]);
            sum += gap[i];
            moment += gap[i] * (i + 0.5);
            if (gap[i] >= 0.5)
            {
                (inside, outside, likely) = (inside < 0 ? i : inside, i, likely + 1);
            }
        }

        var chance = Math.Min(MostSure, Math.Max(top, sum));
        return likely > LongGap
            ? [new CutPlace((inside + 1.0) * 2, chance), new CutPlace(outside * 2.0, chance)]
            : [new CutPlace(moment / sum * 2, chance)];
    }
}
