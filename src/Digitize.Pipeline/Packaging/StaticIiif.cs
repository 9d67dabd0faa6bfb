using Digitize.Core.Text;
using Digitize.Formats.Iiif.Image;
using Digitize.Formats.Iiif.Presentation;
using Digitize.Formats.Records;
using Digitize.Imaging.Access;
using Digitize.Imaging.Iiif;
using Digitize.Storage.Blobs;
using Digitize.Storage.Queries;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Packaging;

/// <summary>
/// Writes a document as files that any web server can offer without a program behind them: manifest, images at IIIF
/// level 0, text. The files lie where the addresses of the live site would be, so one tree can hold many documents.
/// </summary>
public sealed class StaticIiif(DigitizeDb db, DocumentRecords records, IBlobStore blobs)
{
    /// <param name="baseUrl">Where the folder will be served; every id begins with it.</param>
    /// <returns>The manifest's address; null when there is no such document. The manifest is written last.</returns>
    public async Task<string?> WriteAsync(Guid documentId, Uri baseUrl, string folder, CancellationToken ct)
    {
        // No address of a blob stands in what is written here; its name is what finds it.
        var read = await records.ReadAsync(documentId, name => name, ct);
        if (read is null)
        {
            return null;
        }

        var tree = new Tree(folder, baseUrl);
        var texts = await TextsAsync(documentId, ct);

        // What is promised is there: no text is named for a page that has none.
        var document = read with
        {
            PublicBaseUrl = baseUrl,
            Pages = [.. read.Pages.Select(page => texts.ContainsKey(page.Id) ? page : page with { Alto = null })],
        };
        foreach (var page in document.Pages)
        {
            if (page.HasImage)
            {
                await WriteImageAsync(document, page, tree, ct);
            }

            if (page.Alto is { } alto)
            {
                await CopyAsync(alto, tree.Open(document.Urls.Alto(document.Id, page.Id)), ct);
                await WriteTextAsync(document, page, texts[page.Id], tree, ct);
            }
        }

        if (document.Pdf is { } pdf)
        {
            await CopyAsync(pdf, tree.Open(document.Urls.Pdf(document.Id)), ct);
        }

        var address = document.Urls.Manifest(document.Id);
        await using var manifest = tree.Open(address);
        await new ManifestExporter { IsStatic = true }.WriteAsync(document, manifest, ct);
        return address;
    }

    private async Task WriteImageAsync(DocumentRecord document, PageRecord page, Tree tree, CancellationToken ct)
    {
        using var pyramid = await blobs.OpenLocalAsync(page.Access!.Href, ct);
        var stored = PyramidInfo.Read(pyramid.Path);
        var id = document.Urls.ImageService(page.Id);
        var info = new ImageInfo(id, stored.Width, stored.Height, ImageLimits.Default, document.Rights)
        {
            TileSize = stored.TileWidth,
            IsStatic = true,
        };
        foreach (var picture in StaticPicture.Of(info))
        {
            ct.ThrowIfCancellationRequested();
            var jpeg = IiifRenderer.Render(pyramid.Path, new(picture.Region, picture.Width, picture.Height), ct);
            await using var file = tree.Open($"{id}/{picture.Path}");
            await file.WriteAsync(jpeg, ct);
        }

        await using var json = tree.Open($"{id}/info.json");
        await info.WriteAsync(ImageApiVersion.V3, json, ct);
    }

    private async Task WriteTextAsync(
        DocumentRecord document, PageRecord page, string textBlob, Tree tree, CancellationToken ct)
    {
        await using var stored = await blobs.OpenReadAsync(textBlob, ct);
        await using var annotations = tree.Open(document.Urls.TextAnnotations(document.Id, page.Id));
        await new TextAnnotationsExporter().WriteAsync(document, page, await TextPageJson.ReadAsync(stored, ct), annotations, ct);
    }

    private async Task CopyAsync(FileRecord record, Stream target, CancellationToken ct)
    {
        await using (target)
        {
            await using var blob = await blobs.OpenReadAsync(record.Href, ct);
            await blob.CopyToAsync(target, ct);
        }
    }

    private async Task<Dictionary<Guid, string>> TextsAsync(Guid documentId, CancellationToken ct)
    {
        var texts = new Dictionary<Guid, string>();
        foreach (var page in await db.Pages.Where(p => p.DocumentId == documentId).Select(p => p.Id).ToListAsync(ct))
        {
            if (await db.Revisions.Where(r => r.PageId == page).StandingFirst().Select(r => r.TextBlob)
                .FirstOrDefaultAsync(ct) is { } blob)
            {
                texts.Add(page, blob);
            }
        }

        return texts;
    }

    /// <summary>Files by the addresses under which they will be served.</summary>
    private sealed record Tree(string Folder, Uri Base)
    {
        public FileStream Open(string address)
        {
            var path = Path.Combine(Folder, address[(Base.AbsoluteUri.TrimEnd('/').Length + 1)..]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return File.Create(path);
        }
    }
}
