using Digitize.Core.Outcomes;

namespace Digitize.Core.Rows;

/// <summary>One file that was seen in a watch folder, from first sight to its end. Taken ones are masters (bản gốc).</summary>
public sealed class IncomingFile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid BatchId { get; init; }

    public Batch? Batch { get; init; }

    public Guid? DocumentId { get; set; }

    /// <summary>Path below the batch folder, forward slashes, exactly as the file system gave it.</summary>
    public required string RelativePath { get; init; }

    /// <summary>Bytes.</summary>
    public long Length { get; set; }

    public FileState State { get; set; }

    public Reason? Reason { get; set; }

    /// <summary>Lower-case hex of the whole file.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Where the byte-for-byte copy is kept.</summary>
    public string? MasterBlob { get; set; }

    public string? MediaType { get; set; }

    /// <summary>Images inside: 1, or the pages of a PDF or multi-page TIFF.</summary>
    public int Frames { get; set; }

    /// <summary>Order within the document, from 1.</summary>
    public int Sequence { get; set; }

    public DateTime SeenAt { get; init; }

    public DateTime? EndedAt { get; set; }

    /// <summary>The source was moved out of the watch folder, to done/ or rejected/.</summary>
    public bool Moved { get; set; }
}

public enum FileState
{
    /// <summary>Seen, not yet settled or not yet copied.</summary>
    Seen,

    /// <summary>Copied byte for byte and verified: a master.</summary>
    Taken,

    /// <summary>The same bytes are a master already.</summary>
    Duplicate,

    /// <summary>Not a scan that can be taken; see the reason.</summary>
    Rejected,

    /// <summary>Describes the batch (batch.yaml, batch.csv); not a scan.</summary>
    Description,
}
