using Digitize.Storage.Rows;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Storage.Tests.Rows;

/// <summary>The rows of a desk, in a folder of their own.</summary>
internal sealed class DesktopRows : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ServiceProvider _services;

    private DesktopRows() => _services = new ServiceCollection()
        .AddStorage(new StorageOptions { DataFolder = _folder.Path }).BuildServiceProvider();

    public static async Task<DesktopRows> CreateAsync()
    {
        var rows = new DesktopRows();
        await using var db = rows.Open();
        await StoragePreparation.PrepareAsync(db, rows._services.GetRequiredService<StorageOptions>(), default);
        return rows;
    }

    /// <summary>A context of its own, which has seen nothing yet.</summary>
    public DigitizeDb Open() => _services.CreateScope().ServiceProvider.GetRequiredService<DigitizeDb>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
