using Azure.Storage.Blobs;
using Digitize.Storage.Blobs;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Storage;

public static class StorageRegistration
{
    /// <summary>Adds the rows (<see cref="DigitizeDb"/>, scoped) and the blobs (<see cref="IBlobStore"/>).</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options)
    {
        services.AddSingleton(options);
        if (options.IsDesk)
        {
            Directory.CreateDirectory(options.DataFolder);
            services.AddDbContext<DigitizeDb, SqliteDigitizeDb>(db => db.UseSqlite($"Data Source={options.SqlitePath}"));
        }
        else
        {
            services.AddDbContext<DigitizeDb, PostgresDigitizeDb>(db => db.UseNpgsql(options.Postgres));
        }

        return services.AddSingleton<IBlobStore>(_ => options.AzureBlobs.Length == 0
            ? new FolderBlobStore(options.BlobFolder)
            : new AzureBlobStore(
                new BlobContainerClient(options.AzureBlobs, options.AzureContainer), options.SpoolFolder));
    }
}
