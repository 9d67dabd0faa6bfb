namespace Digitize.Formats.Records;

/// <summary>
/// The addresses that exports state. The web routes them; the ids of manifests, canvases and annotations are these
/// addresses, so a change here breaks what others have bookmarked.
/// </summary>
public sealed record PublicUrls(Uri Base)
{
    private string Root => Base.AbsoluteUri.TrimEnd('/');

    /// <summary>The collection of everything published.</summary>
    public string Collection => $"{Root}/iiif/presentation/3/collection.json";

    public string Manifest(Guid documentId) => $"{Document(documentId)}/manifest.json";

    public string Range(Guid documentId, string name) => $"{Document(documentId)}/ranges/{name}";

    /// <summary>Answers no request of its own; the text and painting annotations point at it.</summary>
    public string Canvas(Guid documentId, Guid pageId) => $"{Document(documentId)}/pages/{pageId:D}";

    /// <summary>The lines of one page as annotations.</summary>
    public string TextAnnotations(Guid documentId, Guid pageId) => $"{Canvas(documentId, pageId)}/text.json";

    public string Alto(Guid documentId, Guid pageId) => $"{Files(documentId, pageId)}/alto.xml";

    public string PageXml(Guid documentId, Guid pageId) => $"{Files(documentId, pageId)}/page.xml";

    public string Hocr(Guid documentId, Guid pageId) => $"{Files(documentId, pageId)}/hocr.html";

    public string PlainText(Guid documentId, Guid pageId) => $"{Files(documentId, pageId)}/text.txt";

    public string Pdf(Guid documentId) => $"{Root}/documents/{documentId:D}/document.pdf";

    public string Tei(Guid documentId) => $"{Root}/documents/{documentId:D}/tei.xml";

    /// <summary>Base URI of the Image API 3.0 service of a page.</summary>
    public string ImageService(Guid pageId) => $"{Root}/iiif/image/3/{pageId:D}";

    private string Files(Guid documentId, Guid pageId) => $"{Root}/documents/{documentId:D}/pages/{pageId:D}";

    private string Document(Guid documentId) => $"{Root}/iiif/presentation/3/{documentId:D}";
}
