using Digitize.Pipeline.Inventory;
using Digitize.Storage;
using Digitize.Storage.Queries;
using Digitize.Storage.Rows;

namespace Digitize.Cli.Hosting;

/// <summary>The rows alone, for verbs that only look or note something down, also beside a running server.</summary>
internal sealed class Rows : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    private Rows(ProgramOptions options)
    {
        _services = new ServiceCollection().AddStorage(options.Storage)
            .AddScoped<BatchProgressQuery>().AddScoped<HoldingsReader>().BuildServiceProvider();
        _scope = _services.CreateAsyncScope();
    }

    public static async Task<Rows> OpenAsync(ProgramOptions options, CancellationToken ct)
    {
        var rows = new Rows(options);

        // A desk's running server has brought the rows up to date and holds the folder; else this is the one process.
        // A library's rows are brought up to date by its web alone, after the backup that comes first.
        using var folder = options.Storage.IsDesk ? DataFolderLock.TryTake(options.LockPath) : null;
        if (folder is not null)
        {
            await StoragePreparation.PrepareAsync(rows.Get<DigitizeDb>(), options.Storage, ct);
        }

        return rows;
    }

    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }
}
