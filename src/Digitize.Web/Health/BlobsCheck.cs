using System.Text;
using Digitize.Storage.Blobs;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Digitize.Web.Health;

/// <summary>
/// Writes a small blob, which the store reads back and compares. Anyone may ask, so one answer serves all who ask within
/// some seconds.
/// </summary>
internal sealed class BlobsCheck(IBlobStore blobs, TimeProvider clock) : IHealthCheck
{
    internal static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private Task? _written;
    private long _since;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        Task written;
        lock (_lock)
        {
            if (_written is null || clock.GetElapsedTime(_since) >= Kept)
            {
                _since = clock.GetTimestamp();
                _written = WriteAsync();
            }

            written = _written;
        }

        await written.WaitAsync(ct);
        return HealthCheckResult.Healthy();
    }

    private async Task WriteAsync()
    {
        await Task.Yield();
        using var content = new MemoryStream(Encoding.ASCII.GetBytes("ready"));
        await blobs.WriteAsync(_ => "health/ready.txt", content, "text/plain", CancellationToken.None);
    }
}
