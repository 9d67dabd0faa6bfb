using Digitize.Storage.Queries;
using Digitize.Storage.Rows;
using Digitize.Web.Live;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Web.Pages;

/// <summary>The technician's screen: what became of each folder that was dropped.</summary>
public sealed class BatchListModel(DigitizeDb db, BatchProgressQuery query) : PageModel
{
    public IReadOnlyList<BatchProgress> Batches { get; private set; } = [];

    public Pager Pager { get; private set; } = new(1, 1);

    public async Task OnGetAsync([FromQuery(Name = "p")] int? number, CancellationToken ct)
    {
        Pager = Pager.Of(number, await db.Batches.CountAsync(ct), BatchBoard.Rows);
        Batches = await ListAsync(number, ct);
    }

    public async Task<IActionResult> OnGetRowsAsync([FromQuery(Name = "p")] int? number, CancellationToken ct) =>
        Partial("_BatchRows", await ListAsync(number, ct));

    public async Task<IActionResult> OnGetRowAsync(Guid id, CancellationToken ct) =>
        await query.FindAsync(id, ct) is { } batch ? Partial("_BatchRow", batch) : NotFound();

    private Task<IReadOnlyList<BatchProgress>> ListAsync(int? number, CancellationToken ct) =>
        query.ListAsync(Pager.Skip(number, BatchBoard.Rows), BatchBoard.Rows, ct);
}
