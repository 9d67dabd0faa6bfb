namespace Digitize.Formats.Records;

/// <summary>A stored file as METS and PREMIS state it.</summary>
/// <param name="Href">URI reference, percent-encoded: absolute, or relative to the place of the METS file.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="OriginalName">The name it came under; for masters.</param>
public sealed record FileRecord(
    string Href, string MediaType, long Length, string Sha256, DateTime CreatedAt, string? OriginalName = null);
