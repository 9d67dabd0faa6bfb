using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Digitize.Pipeline.Intake;

/// <summary>
/// Sweeps the watch folder regularly, and sooner when the file system tells of a change. Events are a hint only:
/// network shares lose them. Nothing that a sweep meets ends the watcher.
/// </summary>
public sealed class IntakeWatcher(
    IServiceScopeFactory scopes, IntakeOptions options, TimeProvider clock, ILogger<IntakeWatcher> log) : BackgroundService
{
    private readonly SemaphoreSlim _hint = new(0, 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Directory.CreateDirectory(options.Incoming);
        using var events = Watch();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IntakeSweep>().SweepAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "The sweep of {Folder} failed; the next is in {Seconds} s", options.Incoming, options.SweepSeconds);
            }

            await WaitAsync(stoppingToken);
        }
    }

    private FileSystemWatcher? Watch()
    {
        try
        {
            var events = new FileSystemWatcher(options.Incoming) { IncludeSubdirectories = true };
            events.Created += (_, _) => Hint();
            events.Renamed += (_, _) => Hint();
            events.Error += (_, _) => Hint();
            events.EnableRaisingEvents = true;
            return events;
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or PlatformNotSupportedException)
        {
            log.LogWarning(fault, "No file events for {Folder}; it is swept every {Seconds} s", options.Incoming, options.SweepSeconds);
            return null;
        }
    }

    private void Hint()
    {
        try
        {
            _hint.Release();
        }
        catch (SemaphoreFullException)
        {
            // A hint is waiting already.
        }
    }

    /// <summary>Until the next sweep is due; a hint shortens it to a second, so that a storm of events stays one sweep.</summary>
    private async Task WaitAsync(CancellationToken ct)
    {
        try
        {
            var hinted = await _hint.WaitAsync(TimeSpan.FromSeconds(options.SweepSeconds), ct);
            if (hinted)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), clock, ct);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }
}
