using Digitize.Core.Rows;
using Digitize.Pipeline.Inspection;
using Digitize.Storage.Rows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Web.Pages;

/// <summary>The scanning supervisor's screen: pass, or what to scan again, page by page.</summary>
public sealed class BatchReportViewModel(DigitizeDb db, BatchReportQuery query) : PageModel
{
    /// <summary>Longest list shown; the files for programs hold all of it.</summary>
    internal const int Listed = 300;

    public BatchReport Report { get; private set; } = null!;

    public IReadOnlyList<ReportEntry> ToRescan { get; private set; } = [];

    public IReadOnlyList<ReportEntry> ToLookAt { get; private set; } = [];

    /// <summary>Listed pages of which there is an access image.</summary>
    public IReadOnlySet<Guid> Pictured { get; private set; } = new HashSet<Guid>();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await query.FindAsync(id, ct) is not { } report)
        {
            return NotFound();
        }

        Report = report;
        ToRescan = [.. report.ToRescan.Take(Listed)];
        ToLookAt = [.. report.ToLookAt.Take(Listed)];
        var listed = ToRescan.Concat(ToLookAt).Where(entry => entry.Page is not null).Select(entry => entry.Page!.Id).ToList();
        Pictured = (await db.Artefacts
            .Where(a => a.Kind == ArtefactKinds.Pyramid && a.PageId != null && listed.Contains(a.PageId.Value))
            .Select(a => a.PageId!.Value).ToListAsync(ct)).ToHashSet();
        return Page();
    }
}
