namespace Digitize.Core.Coverage;

/// <summary>The count over some holdings. Sums over disjoint sets add up to the sum over their union.</summary>
public sealed record CoverageSum
{
    private static readonly CoverageRung[] Rungs = Enum.GetValues<CoverageRung>();

    public required int Titles { get; init; }

    /// <summary>Titles whose inventory entry gives no number of pages.</summary>
    public required int TitlesWithoutPages { get; init; }

    /// <summary>Titles whose inventory entry gives no number of volumes.</summary>
    public required int TitlesWithoutVolumes { get; init; }

    /// <summary>Over the titles whose number of pages is known.</summary>
    public required long ExpectedPages { get; init; }

    /// <summary>Over the titles whose number of volumes is known.</summary>
    public required long Volumes { get; init; }

    /// <summary>One for each <see cref="CoverageRung"/>, in its order.</summary>
    public required IReadOnlyList<RungSum> ByRung { get; init; }

    public RungSum this[CoverageRung rung] => ByRung[(int)rung];

    public static CoverageSum Of(IReadOnlyCollection<HoldingCoverage> holdings) => new()
    {
        Titles = holdings.Count,
        TitlesWithoutPages = holdings.Count(holding => holding.ExpectedPages is null),
        TitlesWithoutVolumes = holdings.Count(holding => holding.Volumes is null),
        ExpectedPages = holdings.Sum(holding => (long)(holding.ExpectedPages ?? 0)),
        Volumes = holdings.Sum(holding => (long)(holding.Volumes ?? 0)),
        ByRung = [.. Rungs.Select(rung => RungSum.Of(holdings, rung))],
    };

    /// <summary>How much of the unit there is; null when none of it is known, which is not the same as zero.</summary>
    public long? Denominator(CoverageUnit unit) => unit switch
    {
        CoverageUnit.Titles => Titles > 0 ? Titles : null,
        CoverageUnit.Volumes => Volumes > 0 ? Volumes : null,
        _ => ExpectedPages > 0 ? ExpectedPages : null,
    };

    public long Numerator(CoverageRung rung, CoverageUnit unit) => unit switch
    {
        CoverageUnit.Titles => this[rung].CompleteTitles,
        CoverageUnit.Volumes => this[rung].Volumes,
        _ => this[rung].Pages,
    };

    /// <summary>0 to 1; null when the denominator is unknown.</summary>
    public double? Share(CoverageRung rung, CoverageUnit unit) =>
        Denominator(unit) is { } whole ? (double)Numerator(rung, unit) / whole : null;
}

/// <param name="UnknownTitles">Titles with pages here, of which nobody knows how many there should be.</param>
/// <param name="Pages">Distinct expected pages; those of <paramref name="UnknownTitles"/> are not among them.</param>
/// <param name="UncountedPages">Distinct pages of <paramref name="UnknownTitles"/>, outside every percentage.</param>
/// <param name="Volumes">Volumes of the complete titles.</param>
public sealed record RungSum(
    int CompleteTitles, int PartialTitles, int UnknownTitles, long Pages, long UncountedPages, long Volumes)
{
    internal static RungSum Of(IReadOnlyCollection<HoldingCoverage> holdings, CoverageRung rung) => new(
        holdings.Count(holding => holding.At(rung) == Completeness.Complete),
        holdings.Count(holding => holding.At(rung) == Completeness.Partial),
        holdings.Count(holding => holding.At(rung) == Completeness.Unknown),
        holdings.Sum(holding => (long)holding.CountedPages(rung)),
        holdings.Sum(holding => holding.ExpectedPages is null ? holding.ReachedPages[(int)rung] : 0L),
        holdings.Where(holding => holding.At(rung) == Completeness.Complete).Sum(holding => (long)(holding.Volumes ?? 0)));
}
