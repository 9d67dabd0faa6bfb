using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Digitize.Storage;
using Digitize.Storage.Blobs;

namespace Digitize.Web.Iiif;

/// <summary>
/// Access images as files of this machine. A desk's blobs are such files; those that lie elsewhere are fetched once and
/// kept below <see cref="StorageOptions.CacheFolder"/>, the longest unused going first. A blob's name holds the
/// hash of the run that made it, and the same run makes the same image, so a copy is never stale. A file's time says when
/// it was last used: processes may share the folder.
/// </summary>
internal sealed class LocalPyramids(IBlobStore blobs, StorageOptions storage, WebOptions options, TimeProvider clock)
{
    /// <summary>A file used within this time may be open in a renderer and is not removed.</summary>
    internal static readonly TimeSpan InUse = TimeSpan.FromMinutes(5);

    private readonly string _folder = Path.Combine(storage.CacheFolder, "pyramids");
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _fetching = new();

    /// <returns>The path of a file that can be read now; it is not to be kept.</returns>
    /// <exception cref="FileNotFoundException">There is no such blob.</exception>
    public async Task<string> FindAsync(string blobName, CancellationToken ct)
    {
        var path = Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(blobName)))[..32]);
        return IsThere(path)
            ? path
            // All who ask meanwhile wait for one copy, so none of them alone may cancel it.
            : await _fetching.GetOrAdd(path, _ => new(() => FetchAsync(blobName, path))).Value.WaitAsync(ct);
    }

    private bool IsThere(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    private async Task<string> FetchAsync(string blobName, string path)
    {
        try
        {
            using var file = await blobs.OpenLocalAsync(blobName, CancellationToken.None);
            if (!file.IsTemporary)
            {
                return file.Path;
            }

            Directory.CreateDirectory(_folder);
            File.SetLastWriteTimeUtc(file.Path, clock.GetUtcNow().UtcDateTime);
            File.Move(file.Path, path, overwrite: true);
            MakeRoom();
            return path;
        }
        finally
        {
            _fetching.TryRemove(path, out _);
        }
    }

    private void MakeRoom()
    {
        var files = new DirectoryInfo(_folder).GetFiles().OrderBy(file => file.LastWriteTimeUtc).ToList();
        var excess = files.Sum(file => file.Length) - (options.PyramidCacheMegabytes * 1024L * 1024L);
        var unusedSince = clock.GetUtcNow().UtcDateTime - InUse;
        foreach (var file in files.TakeWhile(file => excess > 0 && file.LastWriteTimeUtc < unusedSince))
        {
            excess -= file.Length;
            file.Delete();
        }
    }
}
