namespace Digitize.Core.Rows;

/// <summary>
/// A person's new text for one line of a reading. Rows are only ever appended; the newest of a line is what it says.
/// They become a revision of the page when the person has finished it.
/// </summary>
public sealed class LineChange
{
    /// <summary>Made by the browser, so that a change that is sent twice is kept once.</summary>
    public Guid Id { get; init; }

    public Guid PageId { get; init; }

    /// <summary>The reading whose line it is.</summary>
    public Guid RevisionId { get; init; }

    public Revision? Revision { get; init; }

    /// <summary>Place of the line in the reading, from 1.</summary>
    public int Line { get; init; }

    /// <summary>Of the changes of this line, from 1. What a browser saw before it is 0 or another change's number.</summary>
    public int Number { get; init; }

    public required string Before { get; init; }

    public required string After { get; init; }

    /// <summary>User name.</summary>
    public required string Who { get; init; }

    public DateTime At { get; init; }
}
