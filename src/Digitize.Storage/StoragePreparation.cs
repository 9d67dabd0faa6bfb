using Azure.Storage.Blobs;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Storage;

/// <summary>Brings rows and container to the shape that this version of the program needs.</summary>
public static class StoragePreparation
{
    /// <summary>
    /// Safe to call every time, and by many processes at once on PostgreSQL. On a desk only by the process that holds
    /// the data folder.
    /// </summary>
    public static async Task PrepareAsync(DigitizeDb db, StorageOptions options, CancellationToken ct)
    {
        if (options.IsDesk)
        {
            // EF's migration lock on SQLite is a row that outlives a killed process and would be waited for without
            // end. Nobody else is here, so a lock that is found is a dead one's.
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
        }

        await db.Database.MigrateAsync(ct);
        if (options.AzureBlobs.Length > 0)
        {
            await new BlobContainerClient(options.AzureBlobs, options.AzureContainer)
                .CreateIfNotExistsAsync(cancellationToken: ct);
        }
    }
}
