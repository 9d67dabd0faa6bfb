using System.Runtime.CompilerServices;
using Digitize.Storage;
using Digitize.Storage.Blobs;
using Digitize.Web.Iiif;
using Microsoft.Extensions.Time.Testing;

namespace Digitize.Web.Tests;

public sealed class LocalPyramidsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digitize-pyramids-").FullName;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly FarStore _store;
    private readonly LocalPyramids _pyramids;

    public LocalPyramidsTests()
    {
        _store = new FarStore(_folder);
        _pyramids = new(_store, new StorageOptions { DataFolder = _folder }, new WebOptions { PyramidCacheMegabytes = 2 }, _clock);
    }

    [Fact]
    public async Task Find_FetchesOnce_WhenManyAskAtTheSameTime()
    {
        var paths = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _pyramids.FindAsync("documents/a/pages/b/pyramid.1.tif", default)));

        Assert.Single(paths.Distinct());
        Assert.Equal(FarStore.Length, new FileInfo(paths[0]).Length);
        Assert.Equal(1, _store.Fetches);
    }

    [Fact]
    public async Task Find_DropsTheLongestUnused_WhenTheCacheIsFull()
    {
        var first = await _pyramids.FindAsync("first.tif", default);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var second = await _pyramids.FindAsync("second.tif", default);
        _clock.Advance(LocalPyramids.InUse);
        await _pyramids.FindAsync("first.tif", default);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var third = await _pyramids.FindAsync("third.tif", default);

        Assert.Equal([true, false, true], new[] { first, second, third }.Select(File.Exists));
    }

    [Fact]
    public async Task Find_KeepsWhatMayBeOpen_EvenWhenTheCacheIsFull()
    {
        var paths = new List<string>();
        foreach (var name in new[] { "first.tif", "second.tif", "third.tif" })
        {
            paths.Add(await _pyramids.FindAsync(name, default));
        }

        Assert.All(paths, path => Assert.True(File.Exists(path)));
    }

    [Fact]
    public async Task Find_GivesTheBlobItself_WhenItLiesOnThisMachine()
    {
        var blobs = new FolderBlobStore(Path.Combine(_folder, "blobs"));
        await blobs.WriteAsync(_ => "near.tif", new MemoryStream([1]), "image/tiff", default);
        var pyramids = new LocalPyramids(blobs, new StorageOptions { DataFolder = _folder }, new WebOptions(), _clock);

        var path = await pyramids.FindAsync("near.tif", default);

        Assert.Equal(Path.Combine(_folder, "blobs", "near.tif"), path);
    }

    [Fact]
    public async Task Find_TriesAgain_WhenAFetchFailed()
    {
        _store.Fails = true;
        await Assert.ThrowsAsync<IOException>(() => _pyramids.FindAsync("first.tif", default));

        _store.Fails = false;
        var path = await _pyramids.FindAsync("first.tif", default);

        Assert.True(File.Exists(path));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A store of another machine: every opening costs a copy of just under a megabyte.</summary>
    private sealed class FarStore(string folder) : IBlobStore
    {
        public const int Length = 1_000_000;

        public int Fetches { get; private set; }

        public bool Fails { get; set; }

        public long? FreeBytes => null;

        public async Task<LocalFile> OpenLocalAsync(string name, CancellationToken ct)
        {
            Fetches++;
            await Task.Delay(50, ct);
            if (Fails)
            {
                throw new IOException("The network is down.");
            }

            var path = Path.Combine(folder, Guid.NewGuid().ToString("N"));
            await File.WriteAllBytesAsync(path, new byte[Length], ct);
            return new LocalFile(path, temporary: true);
        }

        public Task<StoredBlob> WriteAsync(Func<string, string> nameFor, Stream content, string mediaType, CancellationToken ct) =>
            throw new NotSupportedException();

        public Task<Stream> OpenReadAsync(string name, CancellationToken ct) => throw new NotSupportedException();

        public Task<long?> FindLengthAsync(string name, CancellationToken ct) => throw new NotSupportedException();

        public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
        {
            await Task.CompletedTask;
            yield break;
        }

        public Task RemoveUnfinishedAsync(CancellationToken ct) => Task.CompletedTask;
    }
}
