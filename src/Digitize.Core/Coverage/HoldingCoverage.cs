using Digitize.Core.Rows;

namespace Digitize.Core.Coverage;

/// <summary>One holding with the distinct pages of it that reached each rung.</summary>
/// <param name="ReachedPages">Distinct page numbers by rung, one figure for each <see cref="CoverageRung"/>.</param>
public sealed record HoldingCoverage(Holding Holding, IReadOnlyList<int> ReachedPages)
{
    public CoverageLine Line => !Holding.InScope ? CoverageLine.OutOfScope
        : Holding.HolderKind == "library" ? CoverageLine.Library
        : CoverageLine.Community;

    /// <summary>Null when the inventory does not say; a count of zero or less says nothing either.</summary>
    public int? ExpectedPages => Holding.ExpectedPages is > 0 ? Holding.ExpectedPages : null;

    /// <summary>Null when the inventory does not say.</summary>
    public int? Volumes => Holding.Volumes is > 0 ? Holding.Volumes : null;

    /// <summary>A title is complete when all its expected pages are there; without an expectation nobody can say.</summary>
    public Completeness At(CoverageRung rung)
    {
        var reached = ReachedPages[(int)rung];
        return reached == 0 ? Completeness.None
            : ExpectedPages is not { } expected ? Completeness.Unknown
            : reached >= expected ? Completeness.Complete
            : Completeness.Partial;
    }

    /// <summary>Pages that count: never more than are expected, and none while the expectation is unknown.</summary>
    public int CountedPages(CoverageRung rung) => Math.Min(ReachedPages[(int)rung], ExpectedPages ?? 0);
}

public enum Completeness
{
    /// <summary>No page has reached the rung.</summary>
    None,

    Partial,

    Complete,

    /// <summary>Some pages have, but how many there should be is not known.</summary>
    Unknown,
}
