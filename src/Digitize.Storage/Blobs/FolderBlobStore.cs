using System.Runtime.CompilerServices;

namespace Digitize.Storage.Blobs;

/// <summary>Blobs as files below one folder. Written beside, verified, then renamed into place.</summary>
public sealed class FolderBlobStore : IBlobStore
{
    private readonly string _root;
    private readonly string _unfinished;

    public FolderBlobStore(string root)
    {
        _root = Path.GetFullPath(root);
        _unfinished = Path.Combine(_root, ".unfinished");
        Directory.CreateDirectory(_unfinished);
    }

    public long? FreeBytes => new DriveInfo(_root).AvailableFreeSpace;

    public async Task<StoredBlob> WriteAsync(
        Func<string, string> nameFor, Stream content, string mediaType, CancellationToken ct)
    {
        var temporary = Path.Combine(_unfinished, Guid.CreateVersion7().ToString("N"));
        try
        {
            (long Length, string Sha256) written;
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1))
            {
                written = await HashingCopy.CopyAsync(content, file, ct);
                file.Flush(flushToDisk: true);
            }

            var name = nameFor(written.Sha256);
            await using (var file = File.OpenRead(temporary))
            {
                var readBack = await HashingCopy.HashAsync(file, ct);
                if (readBack != written)
                {
                    throw new BlobDamagedException(name, written.Sha256, readBack.Sha256);
                }
            }

            var path = PathOf(name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(temporary, path, overwrite: true);
            return new StoredBlob(name, written.Length, written.Sha256);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public Task<Stream> OpenReadAsync(string name, CancellationToken ct) =>
        Task.FromResult<Stream>(new FileStream(
            PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, useAsync: true));

    public Task<LocalFile> OpenLocalAsync(string name, CancellationToken ct)
    {
        var path = PathOf(name);
        return File.Exists(path)
            ? Task.FromResult(new LocalFile(path, temporary: false))
            : throw new FileNotFoundException($"There is no blob {name}.", path);
    }

    public Task<long?> FindLengthAsync(string name, CancellationToken ct)
    {
        var file = new FileInfo(PathOf(name));
        return Task.FromResult(file.Exists ? file.Length : (long?)null);
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        foreach (var path in Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories))
        {
            ct.ThrowIfCancellationRequested();
            var name = Path.GetRelativePath(_root, path).Replace(Path.DirectorySeparatorChar, '/');
            if (!name.StartsWith('.') && name.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return name;
            }
        }
    }

    public Task RemoveUnfinishedAsync(CancellationToken ct)
    {
        foreach (var path in Directory.EnumerateFiles(_unfinished))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    private string PathOf(string name)
    {
        BlobNames.Check(name);
        return Path.Combine(_root, name);
    }
}
