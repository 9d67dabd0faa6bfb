using Digitize.Core.Rows;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Storage.Queries;

/// <summary>Reads what a batch's report is made of: the rows of that batch alone, in five reads whatever its size.</summary>
public sealed class BatchInspectionQuery(DigitizeDb db)
{
    private const string Step = "inspect";

    /// <summary>Null when there is no such batch.</summary>
    public async Task<BatchInspections?> FindAsync(Guid batchId, CancellationToken ct)
    {
        if (await db.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == batchId, ct) is not { } batch)
        {
            return null;
        }

        var documents = await db.Documents.AsNoTracking().Where(d => d.BatchId == batchId)
            .OrderBy(d => d.Shelfmark).ThenBy(d => d.Id)
            .ToListAsync(ct);
        var files = await db.Files.Where(f => f.BatchId == batchId)
            .Select(f => new ScannedFile(f.Id, f.DocumentId, f.RelativePath, f.State, f.Reason, f.Frames, f.SeenAt))
            .ToListAsync(ct);
        var runs = await LastRunsAsync(batchId, ct);
        var pages = await db.Pages.Where(p => p.Document!.BatchId == batchId)
            .Select(p => new { p.Id, p.DocumentId, p.FileId, p.Frame, p.Sequence })
            .ToListAsync(ct);
        return new BatchInspections(
            batch,
            documents,
            files,
            [.. pages.Select(p => new ScannedPage(p.Id, p.DocumentId, p.FileId, p.Frame, p.Sequence, runs.GetValueOrDefault(p.Id)))]);
    }

    /// <summary>A newer version of the step runs anew; what counts is the end that came last.</summary>
    private async Task<Dictionary<Guid, InspectedRun>> LastRunsAsync(Guid batchId, CancellationToken ct)
    {
        var last = new Dictionary<Guid, InspectedRun>();
        var runs = db.Runs
            .Where(r => r.Document!.BatchId == batchId && r.Step == Step && r.PageId != null)
            .Where(r => r.State == RunState.Done || r.State == RunState.NeedsPerson || r.State == RunState.Rejected)
            .OrderBy(r => r.CreatedAt).ThenBy(r => r.Id)
            .Select(r => new InspectedRun(r.PageId!.Value, r.State, r.Reason, r.Figures));
        await foreach (var run in runs.AsAsyncEnumerable().WithCancellation(ct))
        {
            last[run.PageId] = run;
        }

        return last;
    }
}
