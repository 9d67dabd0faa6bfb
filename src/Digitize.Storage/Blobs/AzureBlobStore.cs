using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Digitize.Storage.Blobs;

/// <summary>Blobs in one container of Azure Blob Storage. A blob appears when its last block is committed.</summary>
/// <param name="spoolFolder">Local folder for the copy that is hashed before it goes up.</param>
public sealed class AzureBlobStore(BlobContainerClient container, string spoolFolder) : IBlobStore
{
    public long? FreeBytes => null;

    public async Task<StoredBlob> WriteAsync(
        Func<string, string> nameFor, Stream content, string mediaType, CancellationToken ct)
    {
        // The name holds the hash, so the hash must be known before the first block goes up.
        await using var spool = OpenSpool(FileOptions.DeleteOnClose);
        var written = await HashingCopy.CopyAsync(content, spool, ct);
        var name = nameFor(written.Sha256);
        spool.Position = 0;
        var blob = BlobOf(name);
        await blob.UploadAsync(
            spool, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = mediaType } }, ct);
        await using var stored = await blob.OpenReadAsync(cancellationToken: ct);
        var readBack = await HashingCopy.HashAsync(stored, ct);
        return readBack == written
            ? new StoredBlob(name, written.Length, written.Sha256)
            : throw new BlobDamagedException(name, written.Sha256, readBack.Sha256);
    }

    public async Task<Stream> OpenReadAsync(string name, CancellationToken ct)
    {
        try
        {
            return await BlobOf(name).OpenReadAsync(cancellationToken: ct);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            throw new FileNotFoundException($"There is no blob {name}.", name, missing);
        }
    }

    public async Task<LocalFile> OpenLocalAsync(string name, CancellationToken ct)
    {
        await using var blob = await OpenReadAsync(name, ct);
        await using var spool = OpenSpool(FileOptions.None);
        try
        {
            await blob.CopyToAsync(spool, ct);
            return new LocalFile(spool.Name, temporary: true);
        }
        catch
        {
            File.Delete(spool.Name);
            throw;
        }
    }

    public async Task<long?> FindLengthAsync(string name, CancellationToken ct)
    {
        try
        {
            var properties = await BlobOf(name).GetPropertiesAsync(cancellationToken: ct);
            return properties.Value.ContentLength;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, ct))
        {
            yield return item.Name;
        }
    }

    /// <summary>Blocks that were never committed are invisible, and the service drops them after a week.</summary>
    public Task RemoveUnfinishedAsync(CancellationToken ct) => Task.CompletedTask;

    private BlobClient BlobOf(string name)
    {
        BlobNames.Check(name);
        return container.GetBlobClient(name);
    }

    private FileStream OpenSpool(FileOptions options)
    {
        Directory.CreateDirectory(spoolFolder);
        return new FileStream(
            Path.Combine(spoolFolder, Guid.CreateVersion7().ToString("N")),
            FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, 64 * 1024, options | FileOptions.Asynchronous);
    }
}
