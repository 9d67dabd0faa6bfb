using Digitize.Core.Rows;
using Digitize.Pipeline.Inspection;
using Digitize.Pipeline.People;
using Digitize.Storage.Identity;
using Digitize.Storage.Queries;
using Digitize.Storage.Rows;
using Digitize.Web.Access;
using Digitize.Web.Culture;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Web.Pages;

/// <summary>Everything that was seen in one batch, with its end.</summary>
public sealed class BatchViewModel(
    DigitizeDb db, BatchProgressQuery query, BatchReportQuery reports, BlockedRunsQuery blocked, PersonActions actions, Texts texts)
    : PageModel
{
    private const int FilesShown = 500;

    public BatchProgress Batch { get; private set; } = null!;

    public BatchReport Report { get; private set; } = null!;

    public IReadOnlyList<IncomingFile> Files { get; private set; } = [];

    public IReadOnlyList<Document> Documents { get; private set; } = [];

    /// <summary>By page.</summary>
    public ILookup<Guid, StepRun> Blocked { get; private set; } = null!;

    public Pager Pager { get; private set; } = new(1, 1);

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "p")] int? number, CancellationToken ct)
    {
        if (await query.FindAsync(id, ct) is not { } batch || await reports.FindAsync(id, ct) is not { } report)
        {
            return NotFound();
        }

        Batch = batch;
        Report = report;
        Pager = Pager.Of(number, batch.Files.Total, FilesShown);
        Files = await db.Files.AsNoTracking().Where(f => f.BatchId == id)
            .OrderBy(f => f.RelativePath).ThenBy(f => f.Id)
            .Skip((Pager.Number - 1) * FilesShown).Take(FilesShown)
            .ToListAsync(ct);
        Documents = await db.Documents.AsNoTracking().Where(d => d.BatchId == id)
            .Include(d => d.Pages.OrderBy(p => p.Sequence))
            .OrderBy(d => d.Shelfmark).ThenBy(d => d.Id)
            .ToListAsync(ct);
        Blocked = await blocked.OfBatchAsync(id, ct);
        return Page();
    }

    public async Task<IActionResult> OnGetSummaryAsync(Guid id, CancellationToken ct) =>
        await query.FindAsync(id, ct) is { } batch ? Partial("_BatchSummary", batch) : NotFound();

    public async Task<IActionResult> OnGetVerdictAsync(Guid id, CancellationToken ct) =>
        await reports.FindAsync(id, ct) is { } report ? Partial("_BatchVerdict", report) : NotFound();

    public async Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken ct)
    {
        if (!User.IsInRole(Roles.Technician) && !User.IsInRole(Roles.Administrator))
        {
            return Forbid();
        }

        var released = await actions.ReleaseBatchAsync(id, User.Name(), ct);
        TempData["Told"] = texts[released ? "told.released" : "told.notheld"];
        return RedirectToPage(new { id });
    }
}
