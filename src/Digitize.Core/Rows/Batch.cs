using Digitize.Core.Outcomes;

namespace Digitize.Core.Rows;

/// <summary>Lô quét: what a technician dropped as one folder under the watch folder.</summary>
public sealed class Batch : ILeased
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Path below the watch folder, with forward slashes: <c>han-nom-woodblock/LVT-1874</c>.</summary>
    public required string Folder { get; init; }

    public required string Name { get; init; }

    public BatchState State { get; set; }

    /// <summary>Why it waits, while <see cref="State"/> is <see cref="BatchState.Held"/> or it cannot be taken yet.</summary>
    public Reason? Reason { get; set; }

    public string? RecipeName { get; set; }

    /// <summary>Pages promised by <c>batch.yaml</c>; null when nothing was promised.</summary>
    public int? ExpectedPages { get; set; }

    public DateTime SeenAt { get; init; }

    /// <summary>When every file of it had been taken or refused.</summary>
    public DateTime? TakenAt { get; set; }

    /// <summary>Which start of the intake job holds the batch.</summary>
    public Guid? LeaseId { get; set; }

    public DateTime? LeaseUntil { get; set; }

    /// <summary>W3C trace context that every later step of the batch continues.</summary>
    public string? TraceParent { get; set; }

    public List<IncomingFile> Files { get; } = [];

    public List<Document> Documents { get; } = [];
}

public enum BatchState
{
    /// <summary>Files are still coming in or settling.</summary>
    Arriving,

    /// <summary>Files are being copied, verified and recorded.</summary>
    Taking,

    /// <summary>A person has to look: the count is not what was expected, or the description cannot be read.</summary>
    Held,

    /// <summary>Every file has a row and an end; the pages are with the chain.</summary>
    Taken,
}
