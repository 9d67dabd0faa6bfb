using Digitize.Core.Rows;

namespace Digitize.Formats.Records;

/// <summary>All that the exports know of a document; null is what the catalogue does not say.</summary>
public sealed record DocumentRecord
{
    public required Guid Id { get; init; }

    public required string Shelfmark { get; init; }

    public required string Title { get; init; }

    public string? Collection { get; init; }

    public string? Creator { get; init; }

    /// <summary>As catalogued; not parsed.</summary>
    public string? Date { get; init; }

    /// <summary>BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>A Creative Commons or RightsStatements.org URI.</summary>
    public string? Rights { get; init; }

    /// <summary>The library that holds the original.</summary>
    public required string Library { get; init; }

    public ReadingDirection Direction { get; init; }

    /// <summary>UTC; the date that the package carries.</summary>
    public required DateTime PackagedAt { get; init; }

    /// <summary>Where readers reach the site, with or without a path: <c>https://so.thuvien.vn/kho/</c>.</summary>
    public required Uri PublicBaseUrl { get; init; }

    /// <summary>In reading order.</summary>
    public IReadOnlyList<PageRecord> Pages { get; init; } = [];

    /// <summary>The searchable PDF of the whole document.</summary>
    public FileRecord? Pdf { get; init; }

    /// <summary>The text of the whole document in TEI.</summary>
    public FileRecord? Tei { get; init; }

    /// <summary>What was done to it, oldest first.</summary>
    public IReadOnlyList<PreservationEvent> Events { get; init; } = [];

    public PublicUrls Urls => new(PublicBaseUrl);
}
