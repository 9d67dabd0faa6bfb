using System.Globalization;
using Digitize.Formats.Records;

namespace Digitize.Formats.Mets;

/// <summary>The METS file group that a file stands in.</summary>
internal enum FileUse
{
    Master,
    Access,
    Alto,
    Page,
    Hocr,
    Text,
    Pdf,
    Tei,
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

            var shown = files[^1];
            foreach (var (use, text) in Texts(page))
            {
                var name = use.ToString();
                files.Add(Add(new(
                    $"{name.ToUpperInvariant()}_{number}", $"{prefix}/{name.ToLowerInvariant()}", use, text, shown)));
            }

            _pages.Add(page.Id, files);
        }

        if (document.Pdf is { } pdf)
        {
            Add(new("PDF", $"{document.Id:D}/pdf", FileUse.Pdf, pdf));
        }

        if (document.Tei is { } tei)
        {
            Add(new("TEI", $"{document.Id:D}/tei", FileUse.Tei, tei));
        }
    }

    public IReadOnlyList<DocumentFile> All => _all;

    /// <summary>Of the document as a whole.</summary>
    public IEnumerable<DocumentFile> OfAll => _all.Where(file => file.Use is FileUse.Pdf or FileUse.Tei);

    /// <summary>Master, access image, texts: those that the page has; nothing for a page of another document.</summary>
    public IReadOnlyList<DocumentFile> Of(Guid pageId) => _pages.GetValueOrDefault(pageId) ?? [];

    private static IEnumerable<(FileUse Use, FileRecord File)> Texts(PageRecord page) =>
        new (FileUse Use, FileRecord? File)[]
        {
            (FileUse.Alto, page.Alto), (FileUse.Page, page.PageXml), (FileUse.Hocr, page.Hocr), (FileUse.Text, page.PlainText),
        }.Where(text => text.File is not null).Select(text => (text.Use, text.File!));

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
