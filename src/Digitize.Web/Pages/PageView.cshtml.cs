using Digitize.Core.Rows;
using Digitize.Core.Text;
using Digitize.Storage.Blobs;
using Digitize.Storage.Identity;
using Digitize.Storage.Queries;
using Digitize.Storage.Rows;
using Digitize.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Page = Digitize.Core.Rows.Page;

namespace Digitize.Web.Pages;

/// <summary>One page: its image and, beside it, what was read on it.</summary>
public sealed class PageViewModel(DigitizeDb db, IBlobStore blobs) : PageModel
{
    private readonly Dictionary<TextLine, int> _numbers = new(ReferenceEqualityComparer.Instance);

    public Page Shown { get; private set; } = null!;

    public bool HasImage { get; private set; }

    public Revision? Revision { get; private set; }

    /// <summary>Null while the page has not been read.</summary>
    public TextPage? Text { get; private set; }

    /// <summary>The files of its text that there are: their names, and the ends of their addresses.</summary>
    public IReadOnlyList<(string Name, string Address)> Files { get; private set; } = [];

    public IReadOnlyList<StepRun> Runs { get; private set; } = [];

    /// <summary>Of each step the newest: how the page stands.</summary>
    public IReadOnlyList<StepRun> Standing { get; private set; } = [];

    public Guid? Previous { get; private set; }

    public Guid? Next { get; private set; }

    public int LastSequence { get; private set; }

    /// <summary>Most of its lines are columns.</summary>
    public bool IsVertical { get; private set; }

    /// <summary>There is a text, and this person may correct it.</summary>
    public bool MayCorrect => Revision is not null && (User.IsInRole(Roles.Curator) || User.IsInRole(Roles.Administrator));

    public int Number(TextLine line) => _numbers[line];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var page = await db.Pages.AsNoTracking().Include(p => p.Document).Include(p => p.File)
            .SingleOrDefaultAsync(p => p.Id == id, ct);
        if (page is null)
        {
            return NotFound();
        }

        if (page.Document!.PublishedAt is null && !User.IsStaff())
        {
            return Challenge();
        }

        Shown = page;
        var kinds = await db.Artefacts.Where(a => a.PageId == id).Select(a => a.Kind).Distinct().ToListAsync(ct);
        HasImage = page.Width > 0 && kinds.Contains(ArtefactKinds.Pyramid);
        Files = [.. new[]
        {
            (ArtefactKinds.PlainText, "TXT", "text.txt"), (ArtefactKinds.Alto, "ALTO", "alto.xml"),
            (ArtefactKinds.PageXml, "PAGE", "page.xml"), (ArtefactKinds.Hocr, "hOCR", "hocr.html"),
        }.Where(file => kinds.Contains(file.Item1)).Select(file => (file.Item2, file.Item3))];
        await ReadNeighboursAsync(page, ct);
        await ReadTextAsync(id, ct);
        Runs = await db.Runs.AsNoTracking().Where(r => r.PageId == id).OrderBy(r => r.CreatedAt).ToListAsync(ct);
        Standing = [.. Runs.Standing()];
        return Page();
    }

    private async Task ReadNeighboursAsync(Page page, CancellationToken ct)
    {
        var siblings = db.Pages.Where(p => p.DocumentId == page.DocumentId);
        Previous = await siblings.Where(p => p.Sequence < page.Sequence)
            .OrderByDescending(p => p.Sequence).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);
        Next = await siblings.Where(p => p.Sequence > page.Sequence)
            .OrderBy(p => p.Sequence).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);
        LastSequence = await siblings.MaxAsync(p => p.Sequence, ct);
    }

    private async Task ReadTextAsync(Guid pageId, CancellationToken ct)
    {
        if (await StandingText.ReadAsync(db, blobs, pageId, ct) is not { } standing)
        {
            return;
        }

        (Revision, Text) = standing;
        foreach (var line in Text.Lines)
        {
            _numbers.TryAdd(line, _numbers.Count + 1);
        }

        IsVertical = Text.Lines.Count(line => line.Mode == WritingMode.VerticalRl) * 2 > Text.Lines.Count();
    }
}
