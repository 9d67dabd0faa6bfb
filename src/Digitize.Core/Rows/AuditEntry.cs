namespace Digitize.Core.Rows;

/// <summary>One thing a person did. Appended, never changed.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateTime At { get; init; }

    /// <summary>User name.</summary>
    public required string Who { get; init; }

    /// <summary>What was done, e.g. <c>document.publish</c>, <c>batch.release</c>.</summary>
    public required string Action { get; init; }

    public Guid SubjectId { get; init; }

    /// <summary>Before and after, or a note, as JSON.</summary>
    public string? Detail { get; init; }
}
