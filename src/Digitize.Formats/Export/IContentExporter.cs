using Digitize.Formats.Records;

namespace Digitize.Formats.Export;

/// <summary>
/// Writes one file that holds a whole document: its text and, where the format has them, its images. Stateless: one
/// instance serves all threads.
/// </summary>
public interface IContentExporter
{
    /// <summary>As recipes name it: <c>pdf</c>.</summary>
    string Name { get; }

    string MediaType { get; }

    /// <summary>Without the dot.</summary>
    string Extension { get; }

    /// <summary>
    /// Writes the file and leaves the stream open. Pages are asked for one at a time, in their order, some formats ask
    /// more than once. The same input gives the same bytes.
    /// </summary>
    Task WriteAsync(DocumentRecord document, DocumentContent content, Stream stream, CancellationToken ct);
}
