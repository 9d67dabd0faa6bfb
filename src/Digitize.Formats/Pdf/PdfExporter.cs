using System.Security.Cryptography;
using System.Text;
using Digitize.Core.Rows;
using Digitize.Formats.Export;
using Digitize.Formats.Records;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Pdf;

/// <summary>
/// A document as a searchable PDF/A-2b: the access images as they are, the text unseen above them. Memory is bounded
/// by one page and by the number of pages and of different characters.
/// </summary>
public sealed class PdfExporter : IContentExporter
{
    private const int IdBytes = 16;

    public string Name => "pdf";

    public string MediaType => "application/pdf";

    public string Extension => "pdf";

    public async Task WriteAsync(DocumentRecord document, DocumentContent content, Stream stream, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var file = new PdfFile(stream);
        await file.StartAsync(ct);
        var pages = new PdfPages(file, document);
        foreach (var page in document.Pages)
        {
            await pages.AddAsync(
                page, await content.ReadImageAsync(page, ct), await content.ReadTextAsync(page, ct), ct);
        }

        if (document.Pages.Count == 0)
        {
            throw new ArgumentException("A PDF file has at least one page.", nameof(document));
        }

        var (catalog, information) = (file.Reserve(), file.Reserve());
        await WriteCatalogAsync(file, catalog, document, await pages.FinishAsync(ct), ct);
        await file.WriteObjectAsync(information, Information(document), ct);
        var made = SHA256.HashData(Encoding.UTF8.GetBytes($"{document.Id:D} {XmlValue.Time(document.PackagedAt)}"));
        await file.FinishAsync(catalog, information, made.AsMemory(0, IdBytes), ct);
    }

    private static async Task WriteCatalogAsync(
        PdfFile file, int catalog, DocumentRecord document, string pages, CancellationToken ct)
    {
        var (metadata, intent, profile) = (file.Reserve(), file.Reserve(), file.Reserve());

        // Not deflated: programs that know no PDF look for the packet too.
        await file.WriteStreamAsync(metadata, "/Type /Metadata /Subtype /XML", XmpPacket.Write(document), ct);
        await file.WriteDeflatedAsync(profile, "/N 3", SrgbProfile.Bytes, ct);
        await file.WriteObjectAsync(
            intent,
            $"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ({SrgbProfile.Name}) "
                + $"/Info ({SrgbProfile.Name}) /DestOutputProfile {PdfValue.Reference(profile)} >>",
            ct);
        var language = LanguageTag.OrNull(document.Language) is { } tag ? $" /Lang ({tag})" : "";
        var direction = document.Direction == ReadingDirection.RightToLeft ? " /Direction /R2L" : "";
        await file.WriteObjectAsync(
            catalog,
            $"<< /Type /Catalog {pages}{language} /Metadata {PdfValue.Reference(metadata)} "
                + $"/OutputIntents [{PdfValue.Reference(intent)}] /ViewerPreferences << /DisplayDocTitle true{direction} >> >>",
            ct);
    }

    private static string Information(DocumentRecord document)
    {
        var author = string.IsNullOrWhiteSpace(document.Creator) ? "" : $" /Author {PdfValue.Text(document.Creator)}";
        var at = PdfValue.Date(document.PackagedAt);
        return $"<< /Title {PdfValue.Text(document.Title)}{author} /Producer {PdfValue.Text(XmpPacket.Producer)} "
            + $"/CreationDate {at} /ModDate {at} >>";
    }
}
