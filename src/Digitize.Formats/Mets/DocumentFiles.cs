using System.Globalization;
using Digitize.Formats.Records;

namespace Digitize.Formats.Mets;

/// <summary>The METS file group that a file stands in.</summary>
internal enum FileUse
{
    Master,
    Access,
    Alto,
    Pdf,
}

/// <param name="XmlId">An NCName, unique in the METS file.</param>
/// <param name="Identifier">The file's PREMIS identifier; the same in every package of the document.</param>
/// <param name="Source">The file that it was made from.</param>
internal sealed record DocumentFile(
    string XmlId, string Identifier, FileUse Use, FileRecord Record, DocumentFile? Source = null);

/// <summary>Every file of a document once. Pages that share a master share its entry.</summary>
internal sealed class DocumentFiles
{
    private readonly Dictionary<string, DocumentFile> _masters = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, List<DocumentFile>> _pages = [];
    private readonly List<DocumentFile> _all = [];

    public DocumentFiles(DocumentRecord document)
    {
        foreach (var (index, page) in document.Pages.Index())
        {
            var number = (index + 1).ToString("D4", CultureInfo.InvariantCulture);
            var prefix = $"{document.Id:D}/pages/{page.Id:D}";
            var files = new List<DocumentFile> { Master(document, page.Master) };
            if (page.Access is { } access)
            {
                files.Add(Add(new($"ACCESS_{number}", $"{prefix}/access", FileUse.Access, access, files[0])));
            }

            if (page.Alto is { } alto)
            {
                files.Add(Add(new($"ALTO_{number}", $"{prefix}/alto", FileUse.Alto, alto, files[^1])));
            }

            _pages.Add(page.Id, files);
        }

        if (document.Pdf is { } pdf)
        {
            Add(new("PDF", $"{document.Id:D}/pdf", FileUse.Pdf, pdf));
        }
    }

    public IReadOnlyList<DocumentFile> All => _all;

    /// <summary>Master, access image, ALTO: those that the page has; nothing for a page of another document.</summary>
    public IReadOnlyList<DocumentFile> Of(Guid pageId) => _pages.GetValueOrDefault(pageId) ?? [];

    private DocumentFile Master(DocumentRecord document, FileRecord master)
    {
        if (!_masters.TryGetValue(master.Sha256, out var file))
        {
            var identifier = $"{document.Id:D}/master/{master.Sha256}";
            var number = (_masters.Count + 1).ToString("D4", CultureInfo.InvariantCulture);
            file = Add(new($"MASTER_{number}", identifier, FileUse.Master, master));
            _masters.Add(master.Sha256, file);
        }

        return file;
    }

    private DocumentFile Add(DocumentFile file)
    {
        _all.Add(file);
        return file;
    }
}
