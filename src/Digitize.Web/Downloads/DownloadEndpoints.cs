using Digitize.Core.Rows;
using Digitize.Storage.Blobs;
using Digitize.Storage.Rows;
using Digitize.Web.Edge;
using Digitize.Web.Iiif;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Digitize.Web.Downloads;

/// <summary>The files of a package, as the publish step wrote them. Who may see the document may have its files.</summary>
internal static class DownloadEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>By the name in their address: the kind, and whether a browser is to save it rather than show it.</summary>
    private static readonly (string Name, string Kind, bool IsSaved)[] OfPages =
    [
        ("alto.xml", ArtefactKinds.Alto, false),
        ("page.xml", ArtefactKinds.PageXml, true),
        ("hocr.html", ArtefactKinds.Hocr, true),
        ("text.txt", ArtefactKinds.PlainText, true),
    ];

    private static readonly (string Name, string Kind, bool IsSaved)[] OfDocuments =
    [
        ("mets.xml", ArtefactKinds.Mets, false),
        ("tei.xml", ArtefactKinds.Tei, true),
        ("document.pdf", ArtefactKinds.Pdf, true),
    ];

    public static void MapDownloads(this IEndpointRouteBuilder app)
    {
        var all = app.MapGroup("/documents/{documentId:guid}").AllowAnonymous();
        foreach (var (name, kind, isSaved) in OfPages)
        {
            all.MapMethods($"/pages/{{pageId:guid}}/{name}", Reading, (
                Guid documentId, Guid pageId, HttpContext context, DigitizeDb db, IBlobStore blobs, CancellationToken ct) =>
                FileAsync(new(documentId, pageId, kind, name, isSaved), context, db, blobs, ct));
        }

        foreach (var (name, kind, isSaved) in OfDocuments)
        {
            all.MapMethods($"/{name}", Reading, (
                Guid documentId, HttpContext context, DigitizeDb db, IBlobStore blobs, CancellationToken ct) =>
                FileAsync(new(documentId, null, kind, name, isSaved), context, db, blobs, ct));
        }
    }

    /// <summary>Whether an address ends in the name of one of these files.</summary>
    public static bool IsFile(PathString path) => path.StartsWithSegments("/documents")
        && OfPages.Concat(OfDocuments).Any(file => path.Value!.EndsWith($"/{file.Name}", StringComparison.Ordinal));

    private static async Task<IResult> FileAsync(
        Asked asked, HttpContext context, DigitizeDb db, IBlobStore blobs, CancellationToken ct)
    {
        var (document, refusal) = await PresentationEndpoints.FindAsync(asked.DocumentId, context, db, ct);
        if (document is null)
        {
            return refusal;
        }

        var artefact = await db.Artefacts
            .Where(a => a.DocumentId == asked.DocumentId && a.PageId == asked.PageId && a.Kind == asked.Kind)
            .OrderByDescending(a => a.CreatedAt)
            .FirstOrDefaultAsync(ct);
        if (artefact is null)
        {
            return Results.NotFound();
        }

        if (Caching.IsUnchanged(context, artefact.Sha256[..24], document.PublishedAt is not null))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        if (asked.IsSaved)
        {
            var page = asked.PageId is null
                ? null
                : await db.Pages.Where(p => p.Id == asked.PageId).Select(p => (int?)p.Sequence).FirstOrDefaultAsync(ct);
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(FileNames.Of(document.Shelfmark, page, asked.Name));
            context.Response.Headers.ContentDisposition = disposition.ToString();
        }

        // A long PDF is fetched in pieces by the programs that show it.
        var content = await blobs.OpenReadAsync(artefact.BlobName, ct);
        return Results.Stream(content, artefact.MediaType, enableRangeProcessing: content.CanSeek);
    }

    private sealed record Asked(Guid DocumentId, Guid? PageId, string Kind, string Name, bool IsSaved);
}
