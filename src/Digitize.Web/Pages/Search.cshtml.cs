using Digitize.Storage.Queries;
using Digitize.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Digitize.Web.Pages;

/// <summary>Searches the newest text of pages: published ones for readers, all for staff.</summary>
public sealed class SearchModel(PageSearchQuery query) : PageModel
{
    internal const int Size = 20;

    public string? Asked { get; private set; }

    public bool IsTooLong { get; private set; }

    /// <summary>Null while nothing was asked.</summary>
    public SearchPage? Result { get; private set; }

    public Pager Pager { get; private set; } = new(1, 1);

    public async Task OnGetAsync(string? q, [FromQuery(Name = "p")] int? number, CancellationToken ct)
    {
        IsTooLong = q?.Length > PageSearchQuery.MaximumQueryLength;
        if (IsTooLong)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        Asked = q;
        if (!string.IsNullOrWhiteSpace(q))
        {
            Result = await query.FindAsync(q, !User.IsStaff(), Pager.Skip(number, Size), Size, ct);
            Pager = Pager.Of(number, Result.Total, Size);
        }
    }
}
