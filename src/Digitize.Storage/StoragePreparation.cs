using Azure.Storage.Blobs;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Storage;

/// <summary>Brings rows and container to the shape that this version of the program needs.</summary>
public static class StoragePreparation
{
    /// <summary>Any number that no other program takes as a lock on the same database: the letters DGTZ.</summary>
    private const int MigrationLock = 0x4447545A;

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

        await MigrateAsync(db, options, ct);
        if (options.AzureBlobs.Length > 0)
        {
            await new BlobContainerClient(options.AzureBlobs, options.AzureContainer)
                .CreateIfNotExistsAsync(cancellationToken: ct);
        }
    }

    /// <summary>
    /// One process after the other: EF's own lock on PostgreSQL goes with the first migration's transaction, and a second
    /// process then starts the next one too.
    /// </summary>
    private static async Task MigrateAsync(DigitizeDb db, StorageOptions options, CancellationToken ct)
    {
        // A database that is not there yet cannot be locked; whoever makes it is alone.
        if (options.IsDesk || !await db.Database.CanConnectAsync(ct))
        {
            await db.Database.MigrateAsync(ct);
            return;
        }

        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", ct);
            await db.Database.MigrateAsync(ct);
        }
        finally
        {
            // The lock is the session's; a pooled connection would keep it.
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }
}
