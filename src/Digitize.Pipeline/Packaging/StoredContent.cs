using Digitize.Core.Rows;
using Digitize.Core.Text;
using Digitize.Formats.Export;
using Digitize.Formats.Records;
using Digitize.Imaging.Access;
using Digitize.Storage.Blobs;
using Digitize.Storage.Queries;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Packaging;

/// <summary>A document's texts and images from rows and blobs, one page at a time.</summary>
public sealed class StoredContent(DigitizeDb db, IBlobStore blobs)
{
    public DocumentContent Content => new(ReadTextAsync, ReadImageAsync);

    /// <summary>The revision that stands; null while the page has not been read.</summary>
    public async Task<TextPage?> ReadTextAsync(PageRecord page, CancellationToken ct)
    {
        var blob = await db.Revisions.Where(r => r.PageId == page.Id)
            .StandingFirst().Select(r => r.TextBlob).FirstOrDefaultAsync(ct);
        if (blob is null)
        {
            return null;
        }

        await using var json = await blobs.OpenReadAsync(blob, ct);
        return await TextPageJson.ReadAsync(json, ct);
    }

    private async Task<PageImage?> ReadImageAsync(PageRecord page, CancellationToken ct)
    {
        var blob = await db.Artefacts.Where(a => a.PageId == page.Id && a.Kind == ArtefactKinds.Pyramid)
            .OrderByDescending(a => a.CreatedAt).Select(a => a.BlobName).FirstOrDefaultAsync(ct);
        if (blob is null)
        {
            return null;
        }

        using var pyramid = await blobs.OpenLocalAsync(blob, ct);
        var jpeg = await Task.Run(() => PageJpeg.Read(pyramid.Path, ct), ct);
        return new PageImage(jpeg.Bytes, jpeg.Width, jpeg.Height, jpeg.Components, jpeg.Ppi);
    }
}
