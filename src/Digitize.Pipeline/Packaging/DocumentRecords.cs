using Digitize.Core.Rows;
using Digitize.Formats.Records;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Packaging;

/// <summary>Gathers from the rows what the exports need to know of a document.</summary>
public sealed class DocumentRecords(DigitizeDb db, PublishingOptions options)
{
    /// <summary>Null when there is no such document.</summary>
    /// <param name="hrefOf">How a blob is referred to, from its name.</param>
    public async Task<DocumentRecord?> ReadAsync(Guid documentId, Func<string, string> hrefOf, CancellationToken ct)
    {
        var document = await db.Documents.AsNoTracking().Include(d => d.Pages).ThenInclude(page => page.File)
            .AsSplitQuery().SingleOrDefaultAsync(d => d.Id == documentId, ct);
        if (document is null)
        {
            return null;
        }

        var artefacts = (await db.Artefacts.AsNoTracking().Where(a => a.DocumentId == documentId)
            .ToListAsync(ct)).ToLookup(a => (a.PageId, a.Kind));
        var runs = await db.Runs.AsNoTracking().Where(run => run.DocumentId == documentId && run.State == RunState.Done)
            .OrderBy(run => run.EndedAt).ToListAsync(ct);
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
            Library = options.LibraryName,
            Direction = document.Direction,
            PackagedAt = document.PackagedAt ?? document.CreatedAt,
            PublicBaseUrl = options.PublicUrl,
            Pdf = Latest(artefacts[(null, ArtefactKinds.Pdf)], hrefOf),
            Tei = Latest(artefacts[(null, ArtefactKinds.Tei)], hrefOf),
            Pages = [.. document.Pages.OrderBy(page => page.Sequence).Select(page => Record(page, artefacts, hrefOf))],
            Events = PreservationEvents.Of(document, runs),
        };
    }

    private static PageRecord Record(
        Page page, ILookup<(Guid? PageId, string Kind), Artefact> artefacts, Func<string, string> hrefOf)
    {
        return new PageRecord
        {
            Id = page.Id,
            Sequence = page.Sequence,
            Label = page.Label,
            Width = page.Width,
            Height = page.Height,
            Master = new FileRecord(
                hrefOf(page.File!.MasterBlob!),
                page.File.MediaType!,
                page.File.Length,
                page.File.Sha256!,
                page.File.EndedAt!.Value,
                Path.GetFileName(page.File.RelativePath)),
            Access = Newest(ArtefactKinds.Pyramid),
            Alto = Newest(ArtefactKinds.Alto),
            PageXml = Newest(ArtefactKinds.PageXml),
            Hocr = Newest(ArtefactKinds.Hocr),
            PlainText = Newest(ArtefactKinds.PlainText),
        };

        FileRecord? Newest(string kind) => Latest(artefacts[(page.Id, kind)], hrefOf);
    }

    private static FileRecord? Latest(IEnumerable<Artefact> artefacts, Func<string, string> hrefOf) =>
        artefacts.MaxBy(artefact => artefact.CreatedAt) is { } newest ? FileOf(newest, hrefOf) : null;

    /// <summary>A stored file as the exports state it.</summary>
    public static FileRecord FileOf(Artefact artefact, Func<string, string> hrefOf) => new(
        hrefOf(artefact.BlobName), artefact.MediaType, artefact.Length, artefact.Sha256, artefact.CreatedAt);
}
