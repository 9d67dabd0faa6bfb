using Digitize.Core.Rows;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Storage.Queries;

/// <summary>Progress of batches, always counted anew from the rows.</summary>
public sealed class BatchProgressQuery(DigitizeDb db)
{
    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<BatchProgress>> ListAsync(int skip, int take, CancellationToken ct) =>
        CountAsync(db.Batches.OrderByDescending(b => b.SeenAt).ThenByDescending(b => b.Id).Skip(skip).Take(take), ct);

    /// <summary>Null when there is no such batch.</summary>
    public async Task<BatchProgress?> FindAsync(Guid batchId, CancellationToken ct) =>
        (await CountAsync(db.Batches.Where(b => b.Id == batchId), ct)).SingleOrDefault();

    private async Task<IReadOnlyList<BatchProgress>> CountAsync(IQueryable<Batch> chosen, CancellationToken ct)
    {
        var batches = await chosen.AsNoTracking().ToListAsync(ct);
        var ids = batches.Select(b => b.Id).ToList();
        var standing = db.Runs.Standing(db.Runs);

        var files = (await db.Files.Where(f => ids.Contains(f.BatchId))
            .GroupBy(f => new { f.BatchId, f.State })
            .Select(g => new { g.Key.BatchId, g.Key.State, Count = g.Count() })
            .ToListAsync(ct)).ToLookup(f => f.BatchId);
        var documents = (await db.Documents.Where(d => ids.Contains(d.BatchId))
            .Select(d => new
            {
                d.BatchId,
                Packaged = d.PackagedAt != null,
                Published = d.PublishedAt != null,
                Blocked = standing.Any(r => r.SubjectId == d.Id
                    && (r.State == RunState.NeedsPerson || r.State == RunState.Rejected)),
            })
            .ToListAsync(ct)).ToLookup(d => d.BatchId);
        var waits = await db.Runs.Where(r => r.State == RunState.Due && ids.Contains(r.Document!.BatchId))
            .GroupBy(r => r.Document!.BatchId)
            .Select(g => new { BatchId = g.Key, Since = g.Min(r => r.CreatedAt) })
            .ToDictionaryAsync(w => w.BatchId, w => (DateTime?)w.Since, ct);
        var pages = (await PagesAsync(ids, ct)).ToLookup(p => p.BatchId);

        return [.. batches.Select(batch =>
        {
            int Files(FileState state) => files[batch.Id].Where(f => f.State == state).Sum(f => f.Count);
            var ofBatch = documents[batch.Id].ToList();
            return new BatchProgress(
                batch.Id, batch.Name, batch.Folder, batch.State, batch.Reason, batch.RecipeName, batch.ExpectedPages,
                batch.SeenAt, batch.TakenAt,
                new FileCounts(
                    Files(FileState.Seen), Files(FileState.Taken), Files(FileState.Duplicate),
                    Files(FileState.Rejected), Files(FileState.Description)),
                Sum(pages[batch.Id]),
                ofBatch.Count,
                ofBatch.Count(d => d.Packaged),
                ofBatch.Count(d => d.Published),
                ofBatch.Count(d => d.Blocked),
                waits.GetValueOrDefault(batch.Id));
        })];
    }

    private Task<List<PageGroup>> PagesAsync(List<Guid> batchIds, CancellationToken ct)
    {
        var standing = db.Runs.Standing(db.Runs);
        return db.Pages.Where(p => batchIds.Contains(p.Document!.BatchId))
            .Select(p => new
            {
                p.Document!.BatchId,
                p.State,
                Running = db.Runs.Any(r => r.PageId == p.Id && r.State == RunState.Running),
                Due = db.Runs.Any(r => r.PageId == p.Id && r.State == RunState.Due) || !db.Runs.Any(r => r.PageId == p.Id),
                Asks = standing.Any(r => r.PageId == p.Id && r.State == RunState.NeedsPerson),
                Refused = standing.Any(r => r.PageId == p.Id && r.State == RunState.Rejected),
            })
            .GroupBy(p => new { p.BatchId, p.State, p.Running, p.Due, p.Asks, p.Refused })
            .Select(g => new PageGroup(
                g.Key.BatchId, g.Key.State, g.Key.Running, g.Key.Due, g.Key.Asks, g.Key.Refused, g.Count()))
            .ToListAsync(ct);
    }

    private static PageCounts Sum(IEnumerable<PageGroup> groups)
    {
        var byEnd = groups.GroupBy(group => group.End).ToDictionary(g => g.Key, g => g.Sum(group => group.Count));
        int Of(PageEnd end) => byEnd.GetValueOrDefault(end);
        return new PageCounts(
            byEnd.Values.Sum(),
            Of(PageEnd.Through), Of(PageEnd.NeedsPerson), Of(PageEnd.Rejected), Of(PageEnd.Running), Of(PageEnd.Waiting),
            groups.Where(group => PageStates.IsRead(group.State)).Sum(group => group.Count),
            groups.Where(group => group.State is PageState.Verified or PageState.Published).Sum(group => group.Count));
    }

    private sealed record PageGroup(
        Guid BatchId, PageState State, bool Running, bool Due, bool Asks, bool Refused, int Count)
    {
        public PageEnd End =>
            State == PageState.Rejected || Refused ? PageEnd.Rejected
            : State == PageState.Question || Asks ? PageEnd.NeedsPerson
            : Running ? PageEnd.Running
            : Due ? PageEnd.Waiting
            : PageEnd.Through;
    }

    private enum PageEnd
    {
        Through,
        NeedsPerson,
        Rejected,
        Running,
        Waiting,
    }
}
