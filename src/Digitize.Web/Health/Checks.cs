using Digitize.Storage.Blobs;
using Digitize.Storage.Rows;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Digitize.Web.Health;

internal sealed class RowsCheck(DigitizeDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default) =>
        await db.Database.CanConnectAsync(ct) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}

internal sealed class SpaceCheck(IBlobStore blobs) : IHealthCheck
{
    private const long WantedBytes = 2L << 30;
    private const long NeededBytes = 200L << 20;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default) =>
        Task.FromResult(blobs.FreeBytes switch
        {
            < NeededBytes => HealthCheckResult.Unhealthy(),
            < WantedBytes => HealthCheckResult.Degraded(),
            _ => HealthCheckResult.Healthy(),
        });
}
