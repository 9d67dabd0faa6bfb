using Azure.Storage.Blobs;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Storage;

/// <summary>Brings rows and container to the shape that this version of the program needs; safe to call every time.</summary>
public static class StoragePreparation
{
    public static async Task PrepareAsync(DigitizeDb db, StorageOptions options, CancellationToken ct)
    {
        await db.Database.MigrateAsync(ct);
        if (options.AzureBlobs.Length > 0)
        {
            await new BlobContainerClient(options.AzureBlobs, options.AzureContainer)
                .CreateIfNotExistsAsync(cancellationToken: ct);
        }
    }
}
