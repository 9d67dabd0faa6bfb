using Digitize.Storage.Blobs;

namespace Digitize.Pipeline.Tests.Line;

/// <summary>A folder store whose disk can be full and whose writes can be met.</summary>
internal sealed class HookedBlobStore(string folder) : IBlobStore
{
    private readonly FolderBlobStore _folder = new(folder);

    /// <summary>Null for what the disk really has.</summary>
    public long? Free { get; set; }

    /// <summary>Called before each write.</summary>
    public Action BeforeWrite { get; set; } = () => { };

    public long? FreeBytes => Free ?? _folder.FreeBytes;

    public Task<StoredBlob> WriteAsync(
        Func<string, string> nameFor, Stream content, string mediaType, CancellationToken ct)
    {
        BeforeWrite();
        return _folder.WriteAsync(nameFor, content, mediaType, ct);
    }

    public Task<Stream> OpenReadAsync(string name, CancellationToken ct) => _folder.OpenReadAsync(name, ct);

    public Task<LocalFile> OpenLocalAsync(string name, CancellationToken ct) => _folder.OpenLocalAsync(name, ct);

    public Task<long?> FindLengthAsync(string name, CancellationToken ct) => _folder.FindLengthAsync(name, ct);

    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken ct) => _folder.ListAsync(prefix, ct);

    public Task RemoveUnfinishedAsync(CancellationToken ct) => _folder.RemoveUnfinishedAsync(ct);
}
