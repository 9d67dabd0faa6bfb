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
    private static readonly TimeSpan LeastRest = TimeSpan.FromMilliseconds(250);

    /// <summary>For how many times as long as a sweep took nothing is swept.</summary>
    private const int SweepRest = 4;

    private readonly SemaphoreSlim _hint = new(0, 1);
    private bool _isHinted;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Directory.CreateDirectory(options.Incoming);
        using var events = Watch();
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = clock.GetTimestamp();
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IntakeSweep>().SweepAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "The sweep of {Folder} failed; the next is in {Seconds} s", options.Incoming, options.SweepSeconds);
            }

            await WaitAsync(clock.GetElapsedTime(began), stoppingToken);
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

    /// <summary>
    /// Until the next sweep is due. A hint makes it soon, and the one after it too, since a file is taken when two sweeps
    /// saw it alike; but a storm of events does not keep a processor busy with sweeping.
    /// </summary>
    /// <param name="swept">How long the last sweep took.</param>
    private async Task WaitAsync(TimeSpan swept, CancellationToken ct)
    {
        try
        {
            var soon = swept * SweepRest < LeastRest ? LeastRest : swept * SweepRest;
            var wasHinted = _isHinted;
            _isHinted = await _hint.WaitAsync(wasHinted ? soon : TimeSpan.FromSeconds(options.SweepSeconds), ct);
            if (_isHinted)
            {
                await Task.Delay(soon, clock, ct);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }
}
