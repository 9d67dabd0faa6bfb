using Digitize.Core.Rows;
using Digitize.Core.Text;
using Digitize.Formats.Iiif.Presentation;
using Digitize.Formats.Records;
using Digitize.Pipeline.Packaging;
using Digitize.Storage.Blobs;
using Digitize.Storage.Queries;
using Digitize.Storage.Rows;
using Digitize.Web.Access;
using Digitize.Web.Edge;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Web.Iiif;

/// <summary>
/// IIIF Presentation 3.0. Manifests are written when they are asked for, since their ids must
/// equal the address under which the client reached them.
/// </summary>
internal static class PresentationEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPresentation(this IEndpointRouteBuilder app)
    {
        var all = app.MapGroup("").AllowAnonymous();
        all.MapMethods("/iiif/presentation/3/collection.json", Reading, Collection);
        all.MapMethods("/iiif/presentation/3/{documentId:guid}/manifest.json", Reading, ManifestAsync);
        all.MapMethods("/iiif/presentation/3/{documentId:guid}/pages/{pageId:guid}/text.json", Reading, TextAsync);
    }

    private static IResult Collection(HttpContext context, DigitizeDb db, PublishingOptions options, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "public, max-age=60";
        var entries = db.Documents.Where(d => d.PublishedAt != null)
            .OrderBy(d => d.Shelfmark).ThenBy(d => d.Id)
            .Select(d => new CollectionEntry(d.Id, d.Title, d.Language))
            .AsAsyncEnumerable();
        return Results.Stream(
            stream => CollectionWriter.WriteAsync(
                Addresses.Urls(context.Request), options.LibraryName, entries, stream, ct),
            new ManifestExporter().MediaType);
    }

    private static async Task<IResult> ManifestAsync(
        Guid documentId, HttpContext context, DigitizeDb db, DocumentRecords records, CancellationToken ct)
    {
        var (document, refusal) = await FindAsync(documentId, context, db, ct);
        if (document is null)
        {
            return refusal;
        }

        context.Response.Headers.CacheControl = document.PublishedAt is null ? "private, no-cache" : "public, max-age=60";
        var record = await ReadAsync(records, documentId, context.Request, ct);
        var manifest = new ManifestExporter();
        return Results.Stream(stream => manifest.WriteAsync(record, stream, ct), manifest.MediaType);
    }

    private static async Task<IResult> TextAsync(
        Guid documentId, Guid pageId, HttpContext context, DigitizeDb db, DocumentRecords records, IBlobStore blobs,
        CancellationToken ct)
    {
        var (document, refusal) = await FindAsync(documentId, context, db, ct);
        if (document is null)
        {
            return refusal;
        }

        var revision = await db.Revisions.Where(r => r.PageId == pageId && r.Page!.DocumentId == documentId)
            .StandingFirst()
            .FirstOrDefaultAsync(ct);
        if (revision is null)
        {
            return Results.NotFound();
        }

        if (Caching.IsUnchanged(context, revision.Id.ToString("N"), document.PublishedAt is not null))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        await using var json = await blobs.OpenReadAsync(revision.TextBlob, ct);
        var text = await TextPageJson.ReadAsync(json, ct);
        var record = await ReadAsync(records, documentId, context.Request, ct);
        var annotations = new TextAnnotationsExporter();
        return Results.Stream(
            stream => annotations.WriteAsync(record, record.Pages.Single(p => p.Id == pageId), text, stream, ct),
            annotations.MediaType);
    }

    private static async Task<DocumentRecord> ReadAsync(
        DocumentRecords records, Guid documentId, HttpRequest request, CancellationToken ct)
    {
        // No address of a blob stands in what is written here.
        var record = await records.ReadAsync(documentId, name => name, ct);
        return record! with { PublicBaseUrl = Addresses.SiteBase(request) };
    }

    /// <summary>The document, or what to answer to who may not see it.</summary>
    internal static async Task<(Document? Document, IResult Refusal)> FindAsync(
        Guid documentId, HttpContext context, DigitizeDb db, CancellationToken ct)
    {
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == documentId, ct);
        return document is null ? (null, Results.NotFound())
            : document.PublishedAt is not null || context.User.IsStaff() ? (document, Results.Empty)
            : (null, Results.StatusCode(StatusCodes.Status401Unauthorized));
    }
}
