using Digitize.Core.Rows;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Steps;

/// <summary>Makes the parts of a frame pages of their own, in the rows.</summary>
public static class FrameParts
{
    /// <summary>
    /// The page becomes the first part; the others come behind it, and the pages after them move on, so that the
    /// sequence stays dense. Call it in the transaction that saves the rest.
    /// </summary>
    /// <param name="parts">In reading order.</param>
    public static async Task RecordAsync(DigitizeDb db, Page page, IReadOnlyList<FrameRegion> parts, CancellationToken ct)
    {
        // Holds the document's row until the commit: of two pages that are split at once the second sees where the
        // first moved it.
        await db.Documents.Where(document => document.Id == page.DocumentId)
            .ExecuteUpdateAsync(document => document.SetProperty(d => d.Priority, d => d.Priority), ct);
        var sequence = await db.Pages.Where(p => p.Id == page.Id).Select(p => p.Sequence).SingleAsync(ct);
        await db.Pages.Where(p => p.DocumentId == page.DocumentId && p.Sequence > sequence)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.Sequence, x => x.Sequence + parts.Count - 1), ct);
        (page.Part, page.Region) = (1, parts[0]);
        for (var part = 2; part <= parts.Count; part++)
        {
            db.Pages.Add(new Page
            {
                DocumentId = page.DocumentId,
                FileId = page.FileId,
                Frame = page.Frame,
                Part = part,
                Region = parts[part - 1],
                Sequence = sequence + part - 1,
            });
        }
    }
}
