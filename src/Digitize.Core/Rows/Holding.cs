namespace Digitize.Core.Rows;

/// <summary>
/// One title of a library's inventory that belongs to the ancient and rare documents: the denominator of coverage.
/// </summary>
public sealed class Holding
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Library { get; init; }

    public string? Collection { get; init; }

    public required string Shelfmark { get; init; }

    public required string Title { get; init; }

    /// <summary>Cổ or quý hiếm: <c>ancient</c> or <c>rare</c>, with the clause it rests on.</summary>
    public string? LegalClass { get; init; }

    public string? LegalClause { get; init; }

    public string? Period { get; init; }

    public string? Script { get; init; }

    public string? Material { get; init; }

    /// <summary>Null when the inventory does not say.</summary>
    public int? Volumes { get; init; }

    /// <summary>Null when the inventory does not say; never read as zero.</summary>
    public int? ExpectedPages { get; init; }

    public bool InScope { get; init; }

    /// <summary>Who keeps it: library, family or village. The last two are counted on a line of their own.</summary>
    public required string HolderKind { get; init; }

    /// <summary>The day on which the inventory was frozen.</summary>
    public DateOnly SnapshotDate { get; init; }

    public required string Source { get; init; }
}
