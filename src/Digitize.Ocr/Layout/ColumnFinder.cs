using Digitize.Core.Text;

namespace Digitize.Ocr.Layout;

/// <summary>
/// Finds the columns of a page of vertical text, from right to left, by the ink above each x once frames and column
/// rules are taken out. Meant for one register of upright columns; the page must be straight.
/// </summary>
internal static class ColumnFinder
{
    internal static List<Box> Find(OcrImage image)
    {
        // A stroke is shorter than its character, and a column holds seven or more characters.
        var ink = InkMap.Of(image).WithoutRules(Math.Max(image.Height / 7, 20));
        var profile = new int[ink.Width];
        for (var x = 0; x < ink.Width; x++)
        {
            for (var y = 0; y < ink.Height; y++)
            {
                profile[x] += ink[x, y] ? 1 : 0;
            }
        }

        // Between columns there is noise and what remains of rules; a tenth of a column's usual ink tells them apart.
        var floor = Quantile(profile.Where(count => count > 0), 0.75) / 10;
        var bands = InkMap.Runs(ink.Width, x => profile[x] > floor, longerThan: 2).ToList();
        if (bands.Count == 0)
        {
            return [];
        }

        var usual = Quantile(bands.Select(band => band.End - band.Start), 0.75);
        return [.. Joined(bands, usual)
            .Where(band => band.End - band.Start > usual / 3)
            .Select(band => Column(ink, band, usual))
            .Where(box => box.Height > usual / 2)
            .OrderByDescending(box => box.X)];
    }

    // 川 and 八 leave gaps inside a column where few characters stand in it: join what is narrower together.
    private static List<(int Start, int End)> Joined(List<(int Start, int End)> bands, int usual)
    {
        var joined = new List<(int Start, int End)> { bands[0] };
        foreach (var band in bands.Skip(1))
        {
            if (band.Start - joined[^1].End < usual / 8 && band.End - joined[^1].Start <= usual * 5 / 4)
            {
                joined[^1] = (joined[^1].Start, band.End);
            }
            else
            {
                joined.Add(band);
            }
        }

        return joined;
    }

    /// <summary>The band's box from its first to its last ink, with a little of the page around.</summary>
    private static Box Column(InkMap ink, (int Start, int End) band, int usual)
    {
        var inked = Enumerable.Range(0, ink.Height)
            .Where(y => Enumerable.Range(band.Start, band.End - band.Start).Count(x => ink[x, y]) > 1)
            .ToList();
        if (inked.Count == 0)
        {
            return default;
        }

        var margin = usual / 12;
        var (width, height) = (band.End - band.Start, inked[^1] - inked[0] + 1);
        return new Box(band.Start - margin, inked[0] - margin, width + (2 * margin), height + (2 * margin))
            .ClampTo(ink.Width, ink.Height);
    }

    private static int Quantile(IEnumerable<int> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[(int)((sorted.Count - 1) * share)];
    }
}
