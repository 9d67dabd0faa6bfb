using Digitize.Formats.Records;

namespace Digitize.Formats.Export;

/// <summary>Writes one file about a whole document. Stateless: one instance serves all threads.</summary>
public interface IDocumentExporter
{
    /// <summary>As recipes name it: <c>mets</c>.</summary>
    string Name { get; }

    string MediaType { get; }

    /// <summary>Without the dot.</summary>
    string Extension { get; }

    /// <summary>Writes the file and leaves the stream open. The same record gives the same bytes.</summary>
    Task WriteAsync(DocumentRecord document, Stream stream, CancellationToken ct);
}
