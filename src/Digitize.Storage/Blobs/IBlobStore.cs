namespace Digitize.Storage.Blobs;

/// <summary>Keeps files by name. A folder on a desk, Azure Blob Storage in a library.</summary>
public interface IBlobStore
{
    /// <summary>
    /// Copies <paramref name="content"/>, hashing as it goes, reads the copy back and compares length and hash. Only
    /// then does the name exist: a reader never sees half a blob. Writing the same name again replaces it whole.
    /// </summary>
    /// <param name="nameFor">Gives the blob's name from the content's SHA-256 (lower-case hex).</param>
    /// <exception cref="BlobDamagedException">What was read back is not what was written.</exception>
    Task<StoredBlob> WriteAsync(Func<string, string> nameFor, Stream content, string mediaType, CancellationToken ct);

    /// <exception cref="FileNotFoundException">There is no such blob.</exception>
    Task<Stream> OpenReadAsync(string name, CancellationToken ct);

    /// <summary>The blob as a file that native libraries can open; a temporary copy goes when it is disposed.</summary>
    /// <exception cref="FileNotFoundException">There is no such blob.</exception>
    Task<LocalFile> OpenLocalAsync(string name, CancellationToken ct);

    /// <summary>Length in bytes, or null when there is no such blob.</summary>
    Task<long?> FindLengthAsync(string name, CancellationToken ct);

    IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken ct);

    /// <summary>Removes what a crash left half written. Call only while no one else writes to the store.</summary>
    Task RemoveUnfinishedAsync(CancellationToken ct);

    /// <summary>Bytes that can still be stored; null when the store knows no limit.</summary>
    long? FreeBytes { get; }
}

/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record StoredBlob(string Name, long Length, string Sha256);

/// <summary>A blob as a path; read only.</summary>
public sealed class LocalFile(string path, bool temporary) : IDisposable
{
    public string Path { get; } = path;

    /// <summary>A copy of this caller's own, not the blob itself.</summary>
    public bool IsTemporary => temporary;

    public void Dispose()
    {
        if (temporary)
        {
            File.Delete(Path);
        }
    }
}

/// <summary>What was read back differs from what was written: the disk or the network damaged it.</summary>
public sealed class BlobDamagedException(string name, string written, string readBack)
    : IOException($"The blob {name} was written as {written} and read back as {readBack}.");
