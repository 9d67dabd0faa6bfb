using Digitize.Core.Rows;
using Digitize.Pipeline.Recipes;
using Digitize.Storage.Queries;

namespace Digitize.Pipeline.Inspection;

/// <summary>A batch's report, worked out anew from the rows by the recipes that were pinned on its documents.</summary>
public sealed class BatchReportQuery(BatchInspectionQuery query, RecipeShelf recipes)
{
    /// <summary>Null when there is no such batch.</summary>
    public async Task<BatchReport?> FindAsync(Guid batchId, CancellationToken ct) =>
        await query.FindAsync(batchId, ct) is { } rows ? Gather(rows).Report() : null;

    private InspectedBatch Gather(BatchInspections rows)
    {
        var batch = rows.Batch;
        var files = rows.Files.ToDictionary(file => file.Id);
        var pages = rows.Pages.ToLookup(page => page.DocumentId, page =>
        {
            var file = files[page.FileId];
            return new BatchPage(
                page.Id, page.Sequence, file.RelativePath, page.Frame, file.Frames, page.Inspected?.State, page.Inspected?.Reason,
                InspectFigures.Read(page.Inspected?.Figures));
        });
        var scans = rows.Files.Where(file => file.State != FileState.Description).ToList();
        var ofDocument = scans.ToLookup(file => file.DocumentId, file => file.RelativePath);
        var refused = Refused(scans);
        return new InspectedBatch(
            batch.Id,
            batch.Name,
            batch.Folder,
            batch.State == BatchState.Taken,
            batch.Reason,
            new FileTally(
                scans.Count, Count(FileState.Taken), Count(FileState.Duplicate), Count(FileState.Rejected), Count(FileState.Seen),
                batch.ExpectedPages),
            refused,
            [.. rows.Documents.Select(document => Document(document, [.. ofDocument[document.Id]], [.. pages[document.Id]]))]);

        int Count(FileState state) => scans.Count(file => file.State == state);
    }

    private BatchDocument Document(Document row, IReadOnlyList<string> files, IReadOnlyList<BatchPage> pages)
    {
        // A recipe that this version can no longer read is judged by the defaults: better than no report.
        var recipe = recipes.FindPinned(row);
        var options = recipe is null ? new InspectOptions() : recipe.Find("inspect")?.Options as InspectOptions;
        return new BatchDocument(row.Id, row.Shelfmark, options, recipe?.Intake.Naming, files, pages);
    }

    /// <summary>A file that was refused and came again is no longer missing.</summary>
    private static List<RefusedFile> Refused(IReadOnlyList<ScannedFile> scans)
    {
        var last = scans.Where(file => file.State is FileState.Taken or FileState.Duplicate)
            .GroupBy(file => file.RelativePath).ToDictionary(group => group.Key, group => group.Max(file => file.SeenAt));
        return [.. scans.Where(file => file.State == FileState.Rejected)
            .Where(file => !last.TryGetValue(file.RelativePath, out var taken) || taken < file.SeenAt)
            .DistinctBy(file => file.RelativePath)
            .Select(file => new RefusedFile(file.RelativePath, file.Reason))];
    }
}
