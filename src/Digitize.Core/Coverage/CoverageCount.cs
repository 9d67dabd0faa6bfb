using Digitize.Core.Rows;

namespace Digitize.Core.Coverage;

/// <summary>A digitized page that counts towards a shelfmark.</summary>
/// <param name="Sequence">Position in the document; the same position twice is one page.</param>
/// <param name="Rungs">What it has reached.</param>
public sealed record CountedPage(string Shelfmark, int Sequence, IReadOnlySet<CoverageRung> Rungs);

/// <summary>
/// Sets the inventory against what was digitized. A page is counted for one holding at most: when a shelfmark stands
/// in more than one library, its pages are counted for none and the holdings are listed as ambiguous.
/// </summary>
/// <param name="Ambiguous">Holdings that share a shelfmark for which there are pages.</param>
/// <param name="UnmatchedShelfmarks">Digitized, but in no inventory.</param>
public sealed record CoverageCount(
    IReadOnlyList<HoldingCoverage> Holdings,
    IReadOnlyList<Holding> Ambiguous,
    IReadOnlyList<string> UnmatchedShelfmarks)
{
    private static readonly CoverageRung[] Rungs = Enum.GetValues<CoverageRung>();

    public static CoverageCount Of(IEnumerable<Holding> holdings, IEnumerable<CountedPage> pages)
    {
        var inventory = holdings.GroupBy(holding => ShelfmarkKey.Of(holding.Shelfmark)).ToList();
        var byShelfmark = pages.GroupBy(page => ShelfmarkKey.Of(page.Shelfmark))
            .ToDictionary(group => group.Key, group => group.ToList());
        var known = inventory.Select(group => group.Key).ToHashSet();

        return new CoverageCount(
            [.. inventory.SelectMany(group => group.Select(holding => new HoldingCoverage(
                holding, Reached(group.Count() == 1 ? byShelfmark.GetValueOrDefault(group.Key) : null))))],
            [.. inventory.Where(group => group.Count() > 1 && byShelfmark.ContainsKey(group.Key)).SelectMany(group => group)],
            [.. byShelfmark.Where(pair => !known.Contains(pair.Key)).Select(pair => pair.Value[0].Shelfmark).Order()]);
    }

    private static int[] Reached(List<CountedPage>? pages) =>
        [.. Rungs.Select(rung => pages is null
            ? 0
            : pages.Where(page => page.Rungs.Contains(rung)).Select(page => page.Sequence).Distinct().Count())];
}
