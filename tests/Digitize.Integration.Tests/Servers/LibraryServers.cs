namespace Digitize.Integration.Tests.Servers;

/// <summary>The servers of the library column, one of each for all tests that need them.</summary>
public sealed class LibraryServers : IAsyncLifetime
{
    private PostgresServer? _postgres;
    private AzuriteServer? _azurite;

    public async Task InitializeAsync()
    {
        var postgres = PostgresServer.StartAsync();
        var azurite = AzuriteServer.StartAsync();
        _postgres = await postgres;
        _azurite = await azurite;
    }

    /// <summary>Settings of a new installation: a database and a container of its own.</summary>
    public async Task<Dictionary<string, string>> NewInstallationAsync() => new()
    {
        ["Digitize__Postgres"] = await _postgres!.NewDatabaseAsync(),
        ["Digitize__AzureBlobs"] = _azurite!.ConnectionString,
        ["Digitize__AzureContainer"] = $"c{Guid.NewGuid():N}",
    };

    public async Task DisposeAsync()
    {
        await _azurite!.DisposeAsync();
        await _postgres!.DisposeAsync();
    }
}

/// <summary>Tests that run processes, one after another: they share two cores.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessTests : ICollectionFixture<LibraryServers>
{
    public const string Name = "processes";
}
