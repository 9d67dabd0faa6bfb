using System.Threading.Channels;
using Digitize.Storage.Queries;

namespace Digitize.Web.Live;

/// <summary>Something on the batch screen is no longer as it was.</summary>
/// <param name="BatchId">Null: look at all of them again.</param>
public sealed record BatchChange(Guid? BatchId);

/// <summary>
/// Looks at the rows once a second for everyone who watches, tells each which batches have changed, and rests while
/// nobody watches.
/// </summary>
internal sealed class BatchBoard(IServiceScopeFactory scopes, WebOptions options, TimeProvider clock, ILogger<BatchBoard> log)
    : BackgroundService
{
    /// <summary>As many as the screen shows.</summary>
    public const int Rows = 50;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly HashSet<Channel<BatchChange>> _watchers = [];
    private readonly SemaphoreSlim _wanted = new(0);
    private bool _closed;

    /// <summary>Null when as many watch as may.</summary>
    public Watch? Join()
    {
        lock (_watchers)
        {
            if (_closed || _watchers.Count >= options.MaximumEventStreams)
            {
                return null;
            }

            // A watcher that cannot keep up loses the oldest; what is changed once more is told once more.
            var channel = Channel.CreateBounded<BatchChange>(
                new BoundedChannelOptions(Rows * 2) { FullMode = BoundedChannelFullMode.DropOldest });
            _watchers.Add(channel);
            if (_watchers.Count == 1)
            {
                _wanted.Release();
            }

            return new Watch(channel.Reader, () => Leave(channel));
        }
    }

    /// <summary>Ends every stream, so that the program can stop.</summary>
    public void Close()
    {
        lock (_watchers)
        {
            _closed = true;
            foreach (var watcher in _watchers)
            {
                watcher.Writer.TryComplete();
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _wanted.WaitAsync(stoppingToken);
            await WatchAsync(stoppingToken);
        }
    }

    private async Task WatchAsync(CancellationToken ct)
    {
        Dictionary<Guid, BatchProgress>? known = null;
        while (IsWatched())
        {
            var started = clock.GetTimestamp();
            try
            {
                known = await TellChangesAsync(known, ct);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogWarning(fault, "The progress of the batches could not be read.");
            }

            // A slow database is asked less often.
            var rest = clock.GetElapsedTime(started) * 4;
            await Task.Delay(rest > Pause ? rest : Pause, clock, ct);
        }
    }

    private async Task<Dictionary<Guid, BatchProgress>> TellChangesAsync(
        Dictionary<Guid, BatchProgress>? known, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var batches = await scope.ServiceProvider.GetRequiredService<BatchProgressQuery>().ListAsync(0, Rows, ct);
        var now = batches.ToDictionary(batch => batch.Id);
        if (known is null || now.Keys.Except(known.Keys).Any())
        {
            Tell(new BatchChange(null));
        }
        else
        {
            foreach (var batch in batches.Where(batch => known[batch.Id] != batch))
            {
                Tell(new BatchChange(batch.Id));
            }
        }

        return now;
    }

    private void Tell(BatchChange change)
    {
        lock (_watchers)
        {
            foreach (var watcher in _watchers)
            {
                watcher.Writer.TryWrite(change);
            }
        }
    }

    private bool IsWatched()
    {
        lock (_watchers)
        {
            return _watchers.Count > 0;
        }
    }

    private void Leave(Channel<BatchChange> channel)
    {
        lock (_watchers)
        {
            _watchers.Remove(channel);
        }
    }

    /// <summary>One watcher's place; it is given back when disposed.</summary>
    public sealed class Watch(ChannelReader<BatchChange> changes, Action leave) : IDisposable
    {
        public ChannelReader<BatchChange> Changes { get; } = changes;

        public void Dispose() => leave();
    }
}
