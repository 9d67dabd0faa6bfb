namespace Digitize.Core.Rows;

/// <summary>
/// One state of a page's text. Number 0 is the first machine reading. Rows are only ever appended: a new reading
/// comes beside what people wrote, never over it.
/// </summary>
public sealed class Revision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PageId { get; init; }

    public Page? Page { get; init; }

    public int Number { get; init; }

    public RevisionAuthor AuthorKind { get; init; }

    /// <summary>User name, or the engine with its version.</summary>
    public required string Author { get; init; }

    /// <summary>The run that read it, for machine readings.</summary>
    public Guid? RunId { get; init; }

    /// <summary>Blob of the text model (JSON).</summary>
    public required string TextBlob { get; init; }

    public required string PlainText { get; init; }

    /// <summary>What search looks in: lower case, without tone and vowel marks, single spaces.</summary>
    public required string FoldedText { get; init; }

    /// <summary>Mean over words, 0 to 1; null when there is no text.</summary>
    public double? Confidence { get; init; }

    public int Lines { get; init; }

    public DateTime CreatedAt { get; init; }
}

public enum RevisionAuthor
{
    Machine,
    Person,
}
