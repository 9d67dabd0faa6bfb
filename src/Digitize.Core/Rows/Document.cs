using Digitize.Core.Outcomes;

namespace Digitize.Core.Rows;

/// <summary>Tài liệu số: one digitized item, a book or a volume, whose pages are read in one order.</summary>
public sealed class Document
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid BatchId { get; init; }

    public Batch? Batch { get; init; }

    public required string Shelfmark { get; set; }

    public required string Title { get; set; }

    public string? Collection { get; set; }

    public string? Creator { get; set; }

    /// <summary>As catalogued; not parsed.</summary>
    public string? Date { get; set; }

    /// <summary>BCP 47, as catalogued or as the recipe says: <c>vi-Latn</c>, <c>vi-Hani</c>, <c>lzh</c>, <c>fr</c>.</summary>
    public string? Language { get; set; }

    /// <summary>A Creative Commons or RightsStatements.org URI.</summary>
    public string? Rights { get; set; }

    public ReadingDirection Direction { get; set; }

    /// <summary>The recipe is pinned when the document is created: a later change does not touch it.</summary>
    public required string RecipeName { get; init; }

    public required string RecipeHash { get; init; }

    /// <summary>The pinned recipe, as the YAML that was read.</summary>
    public required string RecipeYaml { get; init; }

    public PublishPolicy PublishPolicy { get; set; }

    public Priority Priority { get; set; }

    public int? ExpectedPages { get; set; }

    /// <summary>Millimetres across one image of it, as the batch says; null when it does not.</summary>
    public double? PhysicalWidthMm { get; set; }

    public double? PhysicalHeightMm { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>When the publish step last made the document's packages.</summary>
    public DateTime? PackagedAt { get; set; }

    /// <summary>When readers could first reach it; null while it is not public.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>Who let it out: a user name, or <c>recipe</c>.</summary>
    public string? PublishedBy { get; set; }

    public Reason? Reason { get; set; }

    public List<Page> Pages { get; } = [];
}

public enum ReadingDirection
{
    LeftToRight,
    RightToLeft,
}

public enum Priority
{
    Normal,

    /// <summary>Goes before everything normal that has not begun.</summary>
    Urgent,
}

public enum PublishPolicy
{
    /// <summary>Readers reach it only after a curator has verified it.</summary>
    AfterVerification,

    /// <summary>Readers reach it as soon as its pages are through.</summary>
    OnCompletion,
}
