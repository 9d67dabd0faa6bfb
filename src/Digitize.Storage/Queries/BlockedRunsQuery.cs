using Digitize.Core.Rows;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Storage.Queries;

/// <summary>What waits for a person: runs that ended with a question or set their subject aside.</summary>
public sealed class BlockedRunsQuery(DigitizeDb db)
{
    /// <returns>By subject: the page's id, or the document's for its own steps.</returns>
    public async Task<ILookup<Guid, StepRun>> OfBatchAsync(Guid batchId, CancellationToken ct) =>
        (await Blocked().Where(r => r.Document!.BatchId == batchId).ToListAsync(ct)).ToLookup(r => r.SubjectId);

    /// <returns>By subject: the page's id, or the document's for its own steps.</returns>
    public async Task<ILookup<Guid, StepRun>> OfDocumentAsync(Guid documentId, CancellationToken ct) =>
        (await Blocked().Where(r => r.DocumentId == documentId).ToListAsync(ct)).ToLookup(r => r.SubjectId);

    private IQueryable<StepRun> Blocked() => db.Runs.AsNoTracking().Standing(db.Runs)
        .Where(r => r.State == RunState.NeedsPerson || r.State == RunState.Rejected)
        .OrderBy(r => r.CreatedAt);
}
