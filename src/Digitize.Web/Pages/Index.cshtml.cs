using Digitize.Core.Coverage;
using Digitize.Storage.Identity;
using Digitize.Storage.Queries;
using Digitize.Storage.Rows;
using Digitize.Web.Access;
using Digitize.Web.Live;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Web.Pages;

/// <summary>For readers: what is published. For staff: beside that, what waits for someone in their role.</summary>
public sealed class IndexModel(DigitizeDb db, BatchProgressQuery batches, CoverageQuery holdings) : PageModel
{
    private const int Size = 24;

    /// <summary>Null for those whose page does not start with it.</summary>
    public CoverageSum? Coverage { get; private set; }

    public IReadOnlyList<BatchProgress> Wanting { get; private set; } = [];

    /// <summary>Packaged, for a curator to verify and let out.</summary>
    public IReadOnlyList<ListedDocument> Ready { get; private set; } = [];

    public IReadOnlyList<ListedDocument> Open { get; private set; } = [];

    public int OpenTotal { get; private set; }

    public Pager Pager { get; private set; } = new(1, 1);

    public async Task OnGetAsync([FromQuery(Name = "p")] int? number, CancellationToken ct)
    {
        var open = db.Documents.Where(d => d.PublishedAt != null);
        OpenTotal = await open.CountAsync(ct);
        Pager = Pager.Of(number, OpenTotal, Size);
        Open = await open.OrderByDescending(d => d.PublishedAt).ThenBy(d => d.Id)
            .Skip((Pager.Number - 1) * Size).Take(Size).Select(ListedDocument.Of).ToListAsync(ct);
        if (!User.IsStaff())
        {
            return;
        }

        Wanting = [.. (await batches.ListAsync(0, BatchBoard.Rows, ct)).Where(batch => batch.NeedsPerson || !batch.IsAtRest)];
        if (User.IsInRole(Roles.Curator))
        {
            Ready = await db.Documents.Where(d => d.PackagedAt != null && d.PublishedAt == null)
                .OrderBy(d => d.PackagedAt).Take(Size).Select(ListedDocument.Of).ToListAsync(ct);
        }

        if (User.IsInRole(Roles.Manager))
        {
            Coverage = CoverageSum.Of(
                [.. (await holdings.CountAsync(ct)).Holdings.Where(holding => holding.Line == CoverageLine.Library)]);
        }
    }
}
