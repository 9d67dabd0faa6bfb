using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Digitize.Web.Pages;

/// <summary>What went wrong, in the reader's language; reached by re-execution, also of a POST.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class StatusModel : PageModel
{
    private static readonly int[] Explained = [400, 401, 403, 404, 500, 503];

    public int Status { get; private set; }

    public string Key(string part) => $"error.{(Explained.Contains(Status) ? Status : Status < 500 ? 400 : 500)}.{part}";

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        Status = status is >= 400 and < 600 ? status : 404;
        Response.StatusCode = Status;
    }
}
