using Digitize.Storage.Blobs;

namespace Digitize.Storage.Tests.Blobs;

public sealed class FolderBlobStoreTests : BlobStoreContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public FolderBlobStoreTests() => Store = new FolderBlobStore(_folder.Path);

    protected override IBlobStore Store { get; }

    private string Unfinished => Path.Combine(_folder.Path, ".unfinished");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WriteAsync_Throws_WhenTheDiskGivesBackSomethingElse()
    {
        // The name is asked for between writing and reading back: the moment to damage the disk.
        string DamageOnTheWay(string sha256)
        {
            using var file = File.OpenWrite(Assert.Single(Directory.GetFiles(Unfinished)));
            file.WriteByte(0xFF);
            return "a.bin";
        }

        await Assert.ThrowsAsync<BlobDamagedException>(
            () => Store.WriteAsync(DamageOnTheWay, new MemoryStream(new byte[1000]), "x/y", default));

        Assert.Empty(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task WriteAsync_DisturbsNoReader_WhenTheBlobIsReplaced()
    {
        await Store.WriteAsync(_ => "a.bin", new MemoryStream([1, 2, 3]), "x/y", default);
        await using var reader = await Store.OpenReadAsync("a.bin", default);

        await Store.WriteAsync(_ => "a.bin", new MemoryStream([9, 9, 9, 9]), "x/y", default);

        var read = new byte[10];
        Assert.Equal(3, await reader.ReadAsync(read));
        Assert.Equal([1, 2, 3], read[..3]);
    }

    [Fact]
    public async Task RemoveUnfinishedAsync_RemovesWhatACrashLeft_AndNoBlob()
    {
        await Store.WriteAsync(_ => "a.bin", new MemoryStream([1]), "x/y", default);
        await File.WriteAllTextAsync(Path.Combine(Unfinished, "half"), "half a blob");

        await Store.RemoveUnfinishedAsync(default);

        Assert.Empty(Directory.GetFiles(Unfinished));
        Assert.Equal(["a.bin"], await ListAsync(""));
    }

    [Fact]
    public async Task ListAsync_HidesWhatIsHalfWritten()
    {
        await File.WriteAllTextAsync(Path.Combine(Unfinished, "half"), "half a blob");

        Assert.Empty(await ListAsync(""));
    }

    [Fact]
    public void FreeBytes_IsWhatTheDiskHasLeft() => Assert.InRange(Store.FreeBytes!.Value, 1, long.MaxValue);
}
