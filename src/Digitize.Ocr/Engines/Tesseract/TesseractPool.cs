namespace Digitize.Ocr.Engines.Tesseract;

/// <summary>
/// Keeps engines warm. No more are in use at once than there are workers; each is made when first needed, for its
/// set of models, and the one that has waited longest goes when too many lie idle.
/// </summary>
public sealed class TesseractPool(TesseractOptions options, TesseractModels models) : IDisposable
{
    private readonly SemaphoreSlim _workers = new(options.Workers);
    private readonly Lock _gate = new();
    private readonly LinkedList<TesseractReader> _idle = new();
    private bool _disposed;

    /// <summary>Engines made so far.</summary>
    internal int Made { get; private set; }

    /// <summary>Waits for a free worker, then works on another thread with an engine of these models.</summary>
    internal async Task<T> UseAsync<T>(TesseractModelSet set, Func<TesseractReader, T> work, CancellationToken ct)
    {
        await _workers.WaitAsync(ct);
        try
        {
            return await Task.Run(() => Use(set, work), ct);
        }
        finally
        {
            _workers.Release();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            foreach (var reader in _idle)
            {
                reader.Dispose();
            }

            _idle.Clear();
        }
    }

    private T Use<T>(TesseractModelSet set, Func<TesseractReader, T> work)
    {
        var reader = Rent(set);
        try
        {
            return work(reader);
        }
        finally
        {
            Return(reader);
        }
    }

    private TesseractReader Rent(TesseractModelSet set)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_idle.FirstOrDefault(reader => reader.Models == set) is { } warm)
            {
                _idle.Remove(warm);
                return warm;
            }

            // Under the lock: engines that load at the same time would write to variables they share.
            var made = new TesseractReader(
                set, models.Folder ?? throw new InvalidOperationException("There is no folder of Tesseract models."));
            Made++;
            return made;
        }
    }

    private void Return(TesseractReader reader)
    {
        lock (_gate)
        {
            _idle.AddFirst(reader);
            while (_idle.Last is { } oldest && (_disposed || _idle.Count > options.IdleEngines))
            {
                oldest.Value.Dispose();
                _idle.RemoveLast();
            }
        }
    }
}
