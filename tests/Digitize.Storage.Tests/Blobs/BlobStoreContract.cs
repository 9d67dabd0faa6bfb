using System.Security.Cryptography;
using System.Text;
using Digitize.Storage.Blobs;

namespace Digitize.Storage.Tests.Blobs;

/// <summary>What every blob store must hold to. A new one inherits it and says how it is made.</summary>
public abstract class BlobStoreContract
{
    private const string Name = "documents/d/master/a.tif";

    private static readonly byte[] Content = Encoding.UTF8.GetBytes("Bản gốc, từng byte như khi đến.");

    protected abstract IBlobStore Store { get; }

    [Fact]
    public async Task WriteAsync_KeepsEveryByte()
    {
        var content = RandomNumberGenerator.GetBytes(700_001);

        var stored = await Store.WriteAsync(_ => Name, new MemoryStream(content), "image/tiff", default);

        Assert.Equal(new StoredBlob(Name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))), stored);
        Assert.Equal(content, await ReadAsync(Name));
        Assert.Equal(content.Length, await Store.FindLengthAsync(Name, default));
    }

    [Fact]
    public async Task WriteAsync_AsksForTheNameByTheContentsHash()
    {
        var stored = await Store.WriteAsync(sha256 => $"a/{sha256}.bin", new MemoryStream(Content), "x/y", default);

        Assert.Equal($"a/{Convert.ToHexStringLower(SHA256.HashData(Content))}.bin", stored.Name);
    }

    [Fact]
    public async Task WriteAsync_KeepsAnEmptyBlob()
    {
        await Store.WriteAsync(_ => Name, new MemoryStream(), "x/y", default);

        Assert.Equal(0, await Store.FindLengthAsync(Name, default));
    }

    [Fact]
    public async Task WriteAsync_ReplacesTheWholeBlob_WhenTheNameIsThere()
    {
        await Store.WriteAsync(_ => Name, new MemoryStream(new byte[5000]), "x/y", default);

        await Store.WriteAsync(_ => Name, new MemoryStream(Content), "x/y", default);

        Assert.Equal(Content, await ReadAsync(Name));
    }

    [Fact]
    public async Task WriteAsync_LeavesTheOldBlob_WhenTheSourceBreaks()
    {
        await Store.WriteAsync(_ => Name, new MemoryStream(Content), "x/y", default);

        await Assert.ThrowsAsync<IOException>(() => Store.WriteAsync(_ => Name, new BreakingStream(), "x/y", default));

        Assert.Equal(Content, await ReadAsync(Name));
        Assert.Equal([Name], await ListAsync(""));
    }

    [Fact]
    public async Task WriteAsync_WritesNothing_WhenCancelled()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.WriteAsync(_ => Name, new MemoryStream(Content), "x/y", new CancellationToken(canceled: true)));

        Assert.Empty(await ListAsync(""));
    }

    [Fact]
    public async Task WriteAsync_WritesNothing_WhenTheNameIsRefusedForItsHash()
    {
        await Assert.ThrowsAsync<NotSupportedException>(
            () => Store.WriteAsync(_ => throw new NotSupportedException(), new MemoryStream(Content), "x/y", default));

        Assert.Empty(await ListAsync(""));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("a/../../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/./b")]
    [InlineData(".unfinished/x")]
    [InlineData("a\\b")]
    [InlineData("a/trang một")]
    [InlineData("a/b\0c")]
    [InlineData("")]
    public async Task Store_RefusesNamesThatAreNotOurs(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.WriteAsync(_ => name, new MemoryStream(Content), "x/y", default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenReadAsync(name, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenLocalAsync(name, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.FindLengthAsync(name, default));
    }

    [Theory]
    [InlineData("nothing.tif")]
    [InlineData("no/such/folder/nothing.tif")]
    public async Task Open_SaysNotFound_WhenThereIsNoSuchBlob(string name)
    {
        await Assert.ThrowsAsync<FileNotFoundException>(() => Store.OpenReadAsync(name, default));
        await Assert.ThrowsAsync<FileNotFoundException>(() => Store.OpenLocalAsync(name, default));
        Assert.Null(await Store.FindLengthAsync(name, default));
    }

    [Fact]
    public async Task OpenLocalAsync_GivesAFileWithTheContent_AndTheBlobOutlivesIt()
    {
        await Store.WriteAsync(_ => Name, new MemoryStream(Content), "x/y", default);

        using (var local = await Store.OpenLocalAsync(Name, default))
        {
            Assert.Equal(Content, await File.ReadAllBytesAsync(local.Path));
        }

        Assert.Equal(Content, await ReadAsync(Name));
    }

    [Fact]
    public async Task ListAsync_GivesTheNamesThatBeginSo()
    {
        foreach (var name in new[] { "a/1.bin", "a/b/2.bin", "ab/3.bin" })
        {
            await Store.WriteAsync(_ => name, new MemoryStream(Content), "x/y", default);
        }

        Assert.Equal(["a/1.bin", "a/b/2.bin"], await ListAsync("a/"));
        Assert.Equal(3, (await ListAsync("")).Count);
    }

    protected async Task<List<string>> ListAsync(string prefix)
    {
        var names = new List<string>();
        await foreach (var name in Store.ListAsync(prefix, default))
        {
            names.Add(name);
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    protected async Task<byte[]> ReadAsync(string name)
    {
        await using var stream = await Store.OpenReadAsync(name, default);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }

    private sealed class BreakingStream() : MemoryStream(new byte[100])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > 0 ? throw new IOException("the network share is gone") : await base.ReadAsync(buffer[..10], cancellationToken);
    }
}
