using Digitize.Core.Rows;
using Digitize.Formats.Records;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Web.Iiif;

/// <summary>Makes what a manifest states out of the rows.</summary>
internal sealed class DocumentRecords(DigitizeDb db, WebOptions options)
{
    public async Task<DocumentRecord> ReadAsync(Document document, Uri siteBase, CancellationToken ct)
    {
        var urls = new PublicUrls(siteBase);
        var pages = await db.Pages.Where(p => p.DocumentId == document.Id)
            .Include(p => p.File)
            .OrderBy(p => p.Sequence).ThenBy(p => p.Frame)
            .AsNoTracking().ToListAsync(ct);
        var artefacts = (await db.Artefacts
            .Where(a => a.DocumentId == document.Id && a.PageId != null
                && (a.Kind == ArtefactKinds.Pyramid || a.Kind == ArtefactKinds.Alto))
            .OrderBy(a => a.CreatedAt)
            .AsNoTracking().ToListAsync(ct)).ToLookup(a => (a.PageId!.Value, a.Kind));

        FileRecord? Newest(Page page, string kind, string href) =>
            artefacts[(page.Id, kind)].LastOrDefault() is { } artefact
                ? new FileRecord(href, artefact.MediaType, artefact.Length, artefact.Sha256, artefact.CreatedAt)
                : null;

        return new DocumentRecord
        {
            Id = document.Id,
            Shelfmark = document.Shelfmark,
            Title = document.Title,
            Collection = document.Collection,
            Creator = document.Creator,
            Date = document.Date,
            Language = document.Language,
            Rights = document.Rights,
            Library = options.Library,
            Direction = document.Direction,
            PackagedAt = document.PackagedAt ?? document.CreatedAt,
            PublicBaseUrl = siteBase,
            Pages = [.. pages.Select(page => new PageRecord
            {
                Id = page.Id,
                Sequence = page.Sequence,
                Label = page.Label,
                Width = page.Width,
                Height = page.Height,
                Master = Master(page.File!),
                Access = Newest(page, ArtefactKinds.Pyramid, urls.ImageService(page.Id)),
                Alto = Newest(page, ArtefactKinds.Alto, urls.Alto(document.Id, page.Id)),
            })],
        };
    }

    private static FileRecord Master(IncomingFile file) => new(
        file.MasterBlob ?? "", file.MediaType ?? "application/octet-stream", file.Length, file.Sha256 ?? "",
        file.EndedAt ?? file.SeenAt, file.RelativePath);
}
