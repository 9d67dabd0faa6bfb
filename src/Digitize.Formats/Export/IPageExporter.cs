using Digitize.Core.Text;
using Digitize.Formats.Records;

namespace Digitize.Formats.Export;

/// <summary>
/// Writes one file about one page. The text is handed in page by page, since that of a whole book would not fit in
/// memory. Stateless: one instance serves all threads.
/// </summary>
public interface IPageExporter
{
    /// <summary>As recipes name it: <c>alto</c>.</summary>
    string Name { get; }

    string MediaType { get; }

    /// <summary>Without the dot.</summary>
    string Extension { get; }

    /// <summary>Writes the file and leaves the stream open. The same input gives the same bytes.</summary>
    /// <param name="document">The page's document.</param>
    /// <param name="page">One of the document's pages.</param>
    Task WriteAsync(DocumentRecord document, PageRecord page, TextPage text, Stream stream, CancellationToken ct);
}
