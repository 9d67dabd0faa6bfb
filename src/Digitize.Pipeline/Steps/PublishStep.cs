using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Core.Text;
using Digitize.Formats.Export;
using Digitize.Formats.Records;
using Digitize.Pipeline.Packaging;
using Digitize.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Steps;

/// <summary>
/// Packages the document once all its pages have an end: an ALTO file for each page that was read, METS and the IIIF
/// manifest for the whole. Readers reach it now if the recipe or the batch says so and not a page is missing; a
/// document with gaps waits for a person.
/// </summary>
public sealed class PublishStep(
    IEnumerable<IDocumentExporter> documentExporters, IEnumerable<IPageExporter> pageExporters, PublishingOptions options)
    : IPipelineStep
{
    /// <summary>Who let a document out when no person did.</summary>
    public const string ByRecipe = "recipe";

    public string Name => "publish";

    public int Version => 1;

    public StepSubject Subject => StepSubject.Document;

    public string Queue => Queues.Publish;

    public IReadOnlyList<string> After => ["metadata"];

    public Type OptionsType => typeof(PublishOptions);

    public IEnumerable<Reason> Contradictions(object options)
    {
        var known = documentExporters.Select(e => e.Name).Concat(pageExporters.Select(e => e.Name)).ToList();
        return ((PublishOptions)options).Formats.Where(format => !known.Contains(format))
            .Select(format => new Reason("yaml-value", "formats", format, string.Join(", ", known)));
    }

    public async Task<StepOutcome> RunAsync(StepContext context, CancellationToken ct)
    {
        var formats = context.Options<PublishOptions>().Formats;
        var document = context.Document;
        document.PackagedAt = context.Now;
        var record = await ReadAsync(context, ct);
        foreach (var exporter in pageExporters.Where(exporter => formats.Contains(exporter.Name)))
        {
            record = await WritePagesAsync(context, record, exporter, ct);
        }

        foreach (var exporter in documentExporters.Where(exporter => formats.Contains(exporter.Name)))
        {
            await context.KeepAsync(
                exporter.Name == "iiif" ? ArtefactKinds.Manifest : exporter.Name,
                exporter.Extension,
                exporter.MediaType,
                stream => exporter.WriteAsync(record, stream, ct),
                ct);
        }

        await ReleaseAsync(context, ct);
        return new StepOutcome.Done();
    }

    private async Task<DocumentRecord> ReadAsync(StepContext context, CancellationToken ct)
    {
        var record = await new DocumentRecords(context.Db, options).ReadAsync(context.Document.Id, context.HrefFromPackage, ct);
        return record! with { PackagedAt = context.Now };
    }

    private static async Task<DocumentRecord> WritePagesAsync(
        StepContext context, DocumentRecord record, IPageExporter exporter, CancellationToken ct)
    {
        var pages = new List<PageRecord>();
        foreach (var page in record.Pages)
        {
            var blob = await context.Db.Revisions.Where(r => r.PageId == page.Id)
                .StandingFirst().Select(r => r.TextBlob).FirstOrDefaultAsync(ct);
            if (blob is null)
            {
                pages.Add(page);
                continue;
            }

            TextPage text;
            await using (var json = await context.Blobs.OpenReadAsync(blob, ct))
            {
                text = await TextPageJson.ReadAsync(json, ct);
            }

            var kept = await context.KeepForPageAsync(
                page.Id,
                exporter.Name,
                exporter.Extension,
                exporter.MediaType,
                stream => exporter.WriteAsync(record, page, text, stream, ct),
                ct);
            pages.Add(exporter.Name == ArtefactKinds.Alto
                ? page with { Alto = new(context.HrefFromPackage(kept.BlobName), kept.MediaType, kept.Length, kept.Sha256, kept.CreatedAt) }
                : page);
        }

        return record with { Pages = pages };
    }

    private static async Task ReleaseAsync(StepContext context, CancellationToken ct)
    {
        var document = context.Document;
        var pages = await context.Db.Pages.CountAsync(page => page.DocumentId == document.Id, ct);
        var unfinished = await context.Db.Runs.Standing(context.Db.Runs)
            .Where(run => run.DocumentId == document.Id && run.PageId != null
                && (run.State == RunState.Rejected || run.State == RunState.NeedsPerson))
            .Select(run => run.PageId).Distinct().CountAsync(ct);
        var refused = await context.Db.Files
            .CountAsync(file => file.DocumentId == document.Id && file.State == FileState.Rejected, ct);
        context.Figures["pages"] = pages;
        context.Figures["pagesNotThrough"] = unfinished;
        context.Figures["filesRefused"] = refused;
        document.Reason = unfinished + refused == 0
            ? null
            : new Reason("pages-rejected", $"{unfinished + refused}", $"{pages + refused}");
        if (document is { Reason: null, PublishPolicy: PublishPolicy.OnCompletion, PublishedAt: null })
        {
            document.PublishedAt = context.Now;
            document.PublishedBy = ByRecipe;
        }
    }
}

public sealed class PublishOptions
{
    public IReadOnlyList<string> Formats { get; set; } = ["alto", "mets", "iiif"];
}
