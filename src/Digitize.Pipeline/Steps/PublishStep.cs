using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Formats.Export;
using Digitize.Formats.Records;
using Digitize.Pipeline.Packaging;
using Digitize.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Steps;

/// <summary>
/// Packages the document once all its pages have an end: files for each page that was read, its PDF and TEI, then
/// METS and the IIIF manifest for the whole. Readers reach it now if the recipe or the batch says so and not a page is missing; a
/// document with gaps waits for a person.
/// </summary>
public sealed class PublishStep(
    IEnumerable<IDocumentExporter> documentExporters, IEnumerable<IPageExporter> pageExporters,
    IEnumerable<IContentExporter> contentExporters, PublishingOptions options)
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
        var known = pageExporters.Select(e => e.Name)
            .Concat(contentExporters.Select(e => e.Name)).Concat(documentExporters.Select(e => e.Name)).ToList();
        return ((PublishOptions)options).Formats.Where(format => !known.Contains(format))
            .Select(format => new Reason("yaml-value", "formats", format, string.Join(", ", known)));
    }

    public async Task<StepOutcome> RunAsync(StepContext context, CancellationToken ct)
    {
        var formats = context.Options<PublishOptions>().Formats;
        var stored = new StoredContent(context.Db, context.Blobs);
        context.Document.PackagedAt = context.Now;
        var record = await ReadAsync(context, ct);
        record = await WritePagesAsync(
            context, record, stored, [.. pageExporters.Where(exporter => formats.Contains(exporter.Name))], ct);
        foreach (var exporter in contentExporters.Where(e => formats.Contains(e.Name) && record.Pages.Count > 0))
        {
            var kept = await context.KeepAsync(
                exporter.Name, exporter.Extension, exporter.MediaType,
                stream => exporter.WriteAsync(record, stored.Content, stream, ct), ct);
            record = With(record, exporter.Name, DocumentRecords.FileOf(kept, context.HrefFromPackage));
        }

        // Last, for they name the files that the others wrote.
        foreach (var exporter in documentExporters.Where(exporter => formats.Contains(exporter.Name)))
        {
            await context.KeepAsync(
                exporter.Name == "iiif" ? ArtefactKinds.Manifest : exporter.Name, exporter.Extension, exporter.MediaType,
                stream => exporter.WriteAsync(record, stream, ct), ct);
        }

        await ReleaseAsync(context, ct);
        return new StepOutcome.Done();
    }

    /// <summary>Without the texts of earlier packages: what this one holds is what this run makes.</summary>
    private async Task<DocumentRecord> ReadAsync(StepContext context, CancellationToken ct)
    {
        var record = await new DocumentRecords(context.Db, options).ReadAsync(context.Document.Id, context.HrefFromPackage, ct);
        return record! with
        {
            PackagedAt = context.Now,
            Pdf = null,
            Tei = null,
            Pages = [.. record.Pages.Select(page => page with { Alto = null, PageXml = null, Hocr = null, PlainText = null })],
        };
    }

    private static async Task<DocumentRecord> WritePagesAsync(
        StepContext context, DocumentRecord record, StoredContent stored, IReadOnlyList<IPageExporter> exporters,
        CancellationToken ct)
    {
        var pages = new List<PageRecord>();
        foreach (var page in record.Pages)
        {
            var written = page;
            if (exporters.Count > 0 && await stored.ReadTextAsync(page, ct) is { } text)
            {
                foreach (var exporter in exporters)
                {
                    var kept = await context.KeepForPageAsync(
                        page.Id, exporter.Name, exporter.Extension, exporter.MediaType,
                        stream => exporter.WriteAsync(record, page, text, stream, ct), ct);
                    written = With(written, exporter.Name, DocumentRecords.FileOf(kept, context.HrefFromPackage));
                }
            }

            pages.Add(written);
        }

        return record with { Pages = pages };
    }

    private static PageRecord With(PageRecord page, string kind, FileRecord file) => kind switch
    {
        ArtefactKinds.Alto => page with { Alto = file },
        ArtefactKinds.PageXml => page with { PageXml = file },
        ArtefactKinds.Hocr => page with { Hocr = file },
        ArtefactKinds.PlainText => page with { PlainText = file },
        _ => page,
    };

    private static DocumentRecord With(DocumentRecord document, string kind, FileRecord file) => kind switch
    {
        ArtefactKinds.Pdf => document with { Pdf = file },
        ArtefactKinds.Tei => document with { Tei = file },
        _ => document,
    };

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
