using Digitize.Core.Rows;
using Digitize.Core.Text;
using Digitize.Pipeline.People;
using Digitize.Storage.Queries;
using Digitize.Storage.Rows;
using Digitize.Web.Access;
using Digitize.Web.Culture;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Page = Digitize.Core.Rows.Page;

namespace Digitize.Web.Pages;

/// <summary>One document with its pages in reading order; readers see it once it is published.</summary>
public sealed class DocumentViewModel(
    DigitizeDb db, BlockedRunsQuery blocked, PersonActions actions, IAuthorizationService authorization, Texts texts)
    : PageModel
{
    public Document Document { get; private set; } = null!;

    public IReadOnlyList<Page> Pages { get; private set; } = [];

    /// <summary>By page, or by the document for its own steps.</summary>
    public ILookup<Guid, StepRun> Blocked { get; private set; } = null!;

    /// <summary>Pages of which there is an access image.</summary>
    public IReadOnlySet<Guid> Pictured { get; private set; } = new HashSet<Guid>();

    /// <summary>Printed numbers that the machine proposes for pages without a label.</summary>
    public IReadOnlyDictionary<Guid, LabelProposal> Proposals { get; private set; } = new Dictionary<Guid, LabelProposal>();

    /// <summary>Those that may be accepted all at once.</summary>
    public int SureProposals => Proposals.Values.Count(proposal => proposal.Confidence >= PageLabels.Sure);

    /// <summary>The files of the whole document that there are: their names, and the ends of their addresses.</summary>
    public IReadOnlyList<(string Name, string Address)> Files { get; private set; } = [];

    /// <summary>Images of those promised; null when nothing was promised and every image is one page.</summary>
    public string? Images
    {
        get
        {
            var images = Pages.Select(page => (page.FileId, page.Frame)).Distinct().Count();
            return Document.ExpectedPages is { } expected ? texts["pages.images.of", images, expected]
                : images < Pages.Count ? texts["pages.images", images]
                : null;
        }
    }

    public bool MayPublish { get; private set; }

    public bool MayRetry { get; private set; }

    public IEnumerable<(string Key, string Value)> Facts => new (string Key, string? Value)[]
    {
        ("document.collection", Document.Collection),
        ("document.creator", Document.Creator),
        ("document.date", Document.Date),
        ("document.language", Document.Language),
    }.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => (fact.Key, fact.Value!));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var document = await db.Documents.AsNoTracking().Include(d => d.Batch).SingleOrDefaultAsync(d => d.Id == id, ct);
        if (document is null)
        {
            return NotFound();
        }

        if (document.PublishedAt is null && !User.IsStaff())
        {
            return Challenge();
        }

        Document = document;
        Pages = await db.Pages.AsNoTracking().Where(p => p.DocumentId == id)
            .Include(p => p.File).OrderBy(p => p.Sequence)
            .ToListAsync(ct);
        Proposals = PageLabelProposals.Of(Pages);
        Blocked = await blocked.OfDocumentAsync(id, ct);
        var kinds = await db.Artefacts.Where(a => a.DocumentId == id)
            .Where(a => a.Kind == ArtefactKinds.Pyramid || a.PageId == null)
            .Select(a => new { a.PageId, a.Kind })
            .ToListAsync(ct);
        Pictured = kinds.Where(a => a.Kind == ArtefactKinds.Pyramid).Select(a => a.PageId ?? default).ToHashSet();
        Files = [.. new[]
        {
            (ArtefactKinds.Pdf, "PDF", "document.pdf"), (ArtefactKinds.Tei, "TEI", "tei.xml"),
            (ArtefactKinds.Mets, "METS", "mets.xml"),
        }.Where(file => kinds.Any(a => a.Kind == file.Item1)).Select(file => (file.Item2, file.Item3))];
        MayPublish = await MayAsync(Policies.Publishes);
        MayRetry = await MayAsync(Policies.RunsTheLine);
        return Page();
    }

    public Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken ct) => DoAsync(
        id, Policies.Publishes,
        async who => texts[await actions.PublishDocumentAsync(id, who, ct) ? "told.published" : "told.unready"]);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct) => DoAsync(
        id, Policies.Publishes,
        async who => texts[await actions.WithdrawDocumentAsync(id, who, ct) ? "told.withdrawn" : "told.nothing"]);

    public Task<IActionResult> OnPostRetryDocumentAsync(Guid id, CancellationToken ct) => DoAsync(
        id, Policies.RunsTheLine,
        async who => texts["told.retried", await actions.RetryDocumentAsync(id, who, ct)]);

    public async Task<IActionResult> OnPostRetryPageAsync(Guid id, Guid pageId, CancellationToken ct) =>
        await db.Pages.AnyAsync(p => p.Id == pageId && p.DocumentId == id, ct)
            ? await DoAsync(
                id, Policies.RunsTheLine,
                async who => texts["told.retried", await actions.RetryPageAsync(pageId, who, ct)])
            : NotFound();

    public async Task<IActionResult> OnPostAcceptLabelsAsync(Guid id, Guid? pageId, CancellationToken ct) =>
        await db.Documents.AnyAsync(d => d.Id == id, ct)
            ? await DoAsync(
                id, Policies.RunsTheLine,
                async who => texts["told.labels", await actions.AcceptLabelsAsync(id, pageId, who, ct)])
            : NotFound();

    private async Task<IActionResult> DoAsync(Guid id, string policy, Func<string, Task<string>> act)
    {
        if (!await MayAsync(policy))
        {
            return User.Identity?.IsAuthenticated == true ? Forbid() : Challenge();
        }

        TempData["Told"] = await act(User.Name());
        return RedirectToPage(new { id });
    }

    private async Task<bool> MayAsync(string policy) => (await authorization.AuthorizeAsync(User, policy)).Succeeded;
}
