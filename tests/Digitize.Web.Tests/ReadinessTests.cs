using Digitize.Storage.Blobs;
using Digitize.Web.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace Digitize.Web.Tests;

public sealed class ReadinessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digitize-ready-").FullName;
    private readonly FakeTimeProvider _clock = new();

    private string Blob => Path.Combine(_folder, "health/ready.txt");

    [Fact]
    public async Task BlobsCheck_WritesAgainOnlyAfterSomeSeconds()
    {
        var check = new BlobsCheck(new FolderBlobStore(_folder), _clock);
        await check.CheckHealthAsync(new HealthCheckContext());
        File.Delete(Blob);

        await check.CheckHealthAsync(new HealthCheckContext());
        var soon = File.Exists(Blob);
        _clock.Advance(BlobsCheck.Kept);
        await check.CheckHealthAsync(new HealthCheckContext());

        Assert.Equal((false, true), (soon, File.Exists(Blob)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
