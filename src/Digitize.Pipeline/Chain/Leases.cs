using Digitize.Core.Rows;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Digitize.Pipeline.Chain;

/// <summary>
/// Keeps a lease alive while work goes on under it. When the lease is lost (this process was thought dead and someone
/// else took over) the work is cancelled, so that nothing is done twice.
/// </summary>
public sealed class Leases(IServiceScopeFactory scopes, ChainOptions options, TimeProvider clock, ILogger<Leases> log)
{
    /// <typeparam name="TRow">A row that can be leased.</typeparam>
    public async Task KeepAsync<TRow>(Guid id, Guid lease, Func<CancellationToken, Task> work, CancellationToken ct)
        where TRow : class, ILeased
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var done = new CancellationTokenSource();
        var renewal = RenewAsync<TRow>(id, lease, lost, done.Token);
        try
        {
            await work(lost.Token);
        }
        finally
        {
            await done.CancelAsync();
            await renewal;
        }
    }

    private async Task RenewAsync<TRow>(Guid id, Guid lease, CancellationTokenSource lost, CancellationToken done)
        where TRow : class, ILeased
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.LeaseSeconds / 3.0), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                if (!await TryRenewAsync<TRow>(id, lease, done))
                {
                    log.LogWarning("The lease of {Row} {Id} was lost; the work under it stops", typeof(TRow).Name, id);
                    await lost.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work ended.
        }
    }

    /// <returns>False when someone else holds the row.</returns>
    private async Task<bool> TryRenewAsync<TRow>(Guid id, Guid lease, CancellationToken done)
        where TRow : class, ILeased
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var until = clock.GetUtcNow().UtcDateTime.AddSeconds(options.LeaseSeconds);
            var kept = await scope.ServiceProvider.GetRequiredService<DigitizeDb>().Set<TRow>()
                .Where(row => row.Id == id && row.LeaseId == lease)
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.LeaseUntil, until), done);
            return kept > 0 || done.IsCancellationRequested;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The rows cannot be reached just now. The work goes on; its commit will tell whether the lease still held.
            log.LogWarning(fault, "The lease of {Row} {Id} could not be renewed", typeof(TRow).Name, id);
            return true;
        }
    }
}
