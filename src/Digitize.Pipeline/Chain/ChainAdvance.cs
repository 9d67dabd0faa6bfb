using Digitize.Core.Rows;
using Digitize.Pipeline.Recipes;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Chain;

/// <summary>
/// Writes the rows of what has become due and makes jobs for them. Always after the commit that made it due, so that
/// two steps ending at once cannot miss each other; a crash in between is made good by the reconciler.
/// </summary>
public sealed class ChainAdvance(DigitizeDb db, RecipeShelf recipes, JobQueue jobs, TimeProvider clock)
{
    /// <summary>
    /// After a step of the page: the next steps of the page and of those that share its frame (a step may have split
    /// it), or the document's when this was its last page.
    /// </summary>
    public async Task PageAsync(Guid pageId, CancellationToken ct)
    {
        var pages = await db.Pages.AsNoTracking().Include(p => p.File).Include(p => p.Document)
            .Include(p => p.Revisions.Where(r => r.AuthorKind == RevisionAuthor.Person))
            .Where(p => db.Pages.Any(o => o.Id == pageId && o.FileId == p.FileId && o.Frame == p.Frame))
            .AsSplitQuery().OrderBy(p => p.Part).ToListAsync(ct);
        var page = pages.Single(p => p.Id == pageId);
        var runs = await OfPagesAsync(pages, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var recipe = recipes.PinnedOn(page.Document!);
        var due = pages.SelectMany(p => ChainPlanner.ForPage(recipe, p, [.. runs[p.Id]], now)).ToList();
        if (due.Count > 0)
        {
            await AddAsync(due, ct);
        }
        else if (!runs.SelectMany(ofPage => ofPage).Any(IsOpen))
        {
            await DocumentAsync(page.DocumentId, ct);
        }
    }

    /// <summary>Everything that the document and its pages are due.</summary>
    public async Task DocumentAsync(Guid documentId, CancellationToken ct)
    {
        // The cheap question first: while any page is still under way, the last of them will ask again.
        if (await db.Runs.AnyAsync(
            run => run.DocumentId == documentId && (run.State == RunState.Due || run.State == RunState.Running), ct))
        {
            return;
        }

        var document = await db.Documents.AsNoTracking().Include(d => d.Pages).ThenInclude(p => p.File)
            .Include(d => d.Pages).ThenInclude(p => p.Revisions.Where(r => r.AuthorKind == RevisionAuthor.Person))
            .AsSplitQuery().SingleAsync(d => d.Id == documentId, ct);
        var runs = await db.Runs.AsNoTracking().Where(run => run.DocumentId == documentId).ToListAsync(ct);
        var recipe = recipes.PinnedOn(document);
        var now = clock.GetUtcNow().UtcDateTime;
        var byPage = runs.Where(run => run.PageId is not null).ToLookup(run => run.PageId!.Value);
        var due = document.Pages.SelectMany(page => ChainPlanner.ForPage(recipe, page, [.. byPage[page.Id]], now)).ToList();
        if (due.Count == 0)
        {
            due = [.. ChainPlanner.ForDocument(recipe, document, runs, now)];
        }

        await AddAsync(due, ct);
    }

    private async Task<ILookup<Guid, StepRun>> OfPagesAsync(List<Page> pages, CancellationToken ct)
    {
        var ids = pages.Select(page => page.Id).ToList();
        var runs = await db.Runs.AsNoTracking().Where(run => run.PageId != null && ids.Contains(run.PageId.Value)).ToListAsync(ct);
        return runs.ToLookup(run => run.PageId!.Value);
    }

    private async Task AddAsync(List<StepRun> due, CancellationToken ct)
    {
        foreach (var run in due)
        {
            db.Runs.Add(run);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException fault) when (UniqueViolation.IsIn(fault))
            {
                // Another worker saw the same and was quicker.
                db.Entry(run).State = EntityState.Detached;
                continue;
            }

            await jobs.EnqueueAsync(run, ct);
        }
    }

    private static bool IsOpen(StepRun run) => run.State is RunState.Due or RunState.Running;
}
