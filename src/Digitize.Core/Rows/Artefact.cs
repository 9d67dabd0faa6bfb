namespace Digitize.Core.Rows;

/// <summary>Something a step made, kept as a blob. The row is written only after the blob was read back and verified.</summary>
public sealed class Artefact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DocumentId { get; init; }

    public Guid? PageId { get; init; }

    public Guid RunId { get; init; }

    public required string Kind { get; init; }

    public required string BlobName { get; init; }

    public required string MediaType { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public long Length { get; init; }

    public DateTime CreatedAt { get; init; }
}

/// <summary>The kinds of artefact that the built-in steps make.</summary>
public static class ArtefactKinds
{
    /// <summary>Tiled pyramidal TIFF with JPEG tiles.</summary>
    public const string Pyramid = "pyramid";

    public const string Thumbnail = "thumbnail";

    /// <summary>Our own text model as JSON.</summary>
    public const string Text = "text";

    public const string Alto = "alto";

    /// <summary>PAGE XML.</summary>
    public const string PageXml = "page";

    public const string Hocr = "hocr";

    public const string PlainText = "txt";

    public const string Tei = "tei";

    public const string Pdf = "pdf";

    public const string Mets = "mets";

    public const string Manifest = "manifest";
}
