using Digitize.Core.Rows;
using Digitize.Core.Text;
using Digitize.Storage.Blobs;
using Digitize.Storage.Queries;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Web.Pages;

/// <summary>The reading of a page that stands: the newest by a person, else the newest by a machine.</summary>
internal sealed record StandingText(Revision Revision, TextPage Text)
{
    /// <summary>Null while the page has not been read.</summary>
    public static async Task<StandingText?> ReadAsync(DigitizeDb db, IBlobStore blobs, Guid pageId, CancellationToken ct)
    {
        if (await db.Revisions.AsNoTracking().Where(r => r.PageId == pageId).StandingFirst().FirstOrDefaultAsync(ct) is not { } revision)
        {
            return null;
        }

        await using var json = await blobs.OpenReadAsync(revision.TextBlob, ct);
        return new StandingText(revision, await TextPageJson.ReadAsync(json, ct));
    }
}
