using Digitize.Core.Coverage;
using Digitize.Core.Rows;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Storage.Queries;

/// <summary>The inventory as last frozen by each library, set against the pages that are there.</summary>
public sealed class CoverageQuery(DigitizeDb db)
{
    public async Task<CoverageCount> CountAsync(CancellationToken ct)
    {
        var holdings = await db.Holdings.AsNoTracking()
            .Where(h => h.SnapshotDate == db.Holdings.Where(o => o.Library == h.Library).Max(o => o.SnapshotDate))
            .OrderBy(h => h.Library).ThenBy(h => h.Shelfmark)
            .ToListAsync(ct);
        var pages = await db.Pages
            .Where(p => p.State != PageState.Rejected
                && db.Runs.Any(r => r.PageId == p.Id && r.Step == "inspect" && r.State == RunState.Done))
            .Select(p => new { p.Document!.Shelfmark, p.Sequence, p.State, p.Document.PublishedAt, p.Document.PublishedBy })
            .ToListAsync(ct);
        return CoverageCount.Of(holdings, pages.Select(page => new CountedPage(
            page.Shelfmark, page.Sequence, Rungs(page.State, page.PublishedAt != null, page.PublishedBy))));
    }

    /// <summary>A page without text is verified when a person, not a recipe, let its document out.</summary>
    private static HashSet<CoverageRung> Rungs(PageState state, bool published, string? publishedBy)
    {
        var rungs = new HashSet<CoverageRung> { CoverageRung.Captured };
        if (PageStates.IsRead(state))
        {
            rungs.Add(CoverageRung.Read);
        }

        if (state is PageState.Verified or PageState.Published
            || (state is PageState.NoText && published && publishedBy != "recipe"))
        {
            rungs.Add(CoverageRung.Verified);
        }

        if (published)
        {
            rungs.Add(CoverageRung.Published);
        }

        return rungs;
    }
}
