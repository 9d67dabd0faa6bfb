using System.Text;
using Digitize.Storage.Blobs;
using Digitize.Storage.Rows;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Digitize.Web.Health;

internal sealed class RowsCheck(DigitizeDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default) =>
        await db.Database.CanConnectAsync(ct) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}

/// <summary>Writes a small blob, which the store reads back and compares.</summary>
internal sealed class BlobsCheck(IBlobStore blobs) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        using var content = new MemoryStream(Encoding.ASCII.GetBytes("ready"));
        await blobs.WriteAsync(_ => "health/ready.txt", content, "text/plain", ct);
        return HealthCheckResult.Healthy();
    }
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
