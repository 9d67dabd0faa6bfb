using Azure.Storage.Blobs;
using Digitize.Integration.Tests.Servers;
using Digitize.Storage.Blobs;
using Digitize.Storage.Tests.Blobs;

namespace Digitize.Integration.Tests;

/// <summary>The contract of blob stores, on a real Azurite.</summary>
[Collection(ProcessTests.Name)]
public sealed class AzureBlobStoreTests(LibraryServers servers) : BlobStoreContract, IAsyncLifetime
{
    private readonly TempFolder _spool = new();
    private AzureBlobStore? _store;

    protected override IBlobStore Store => _store!;

    public async Task InitializeAsync()
    {
        var settings = await servers.NewInstallationAsync();
        var container = new BlobContainerClient(settings["Digitize__AzureBlobs"], settings["Digitize__AzureContainer"]);
        await container.CreateAsync();
        _store = new AzureBlobStore(container, _spool.Path);
    }

    public Task DisposeAsync()
    {
        _spool.Dispose();
        return Task.CompletedTask;
    }
}
