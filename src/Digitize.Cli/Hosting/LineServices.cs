using Digitize.Ocr;
using Digitize.Pipeline;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Steps;
using Digitize.Storage;
using Digitize.Storage.Blobs;
using Digitize.Storage.Queries;
using Digitize.Storage.Rows;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;

namespace Digitize.Cli.Hosting;

/// <summary>Puts the rooms together for a process; which column of DESIGN.md section 2 it is, the options say.</summary>
internal static class LineServices
{
    /// <summary>Everything but the work itself: rows, blobs, recipes, steps, and the queue's storage.</summary>
    public static IServiceCollection AddLine(this IServiceCollection services, ProgramOptions options)
    {
        services.AddOcr();
        return services
            .AddStorage(options.Storage)
            .AddScoped<BatchProgressQuery>()
            .AddPipeline(options.Chain, options.Intake, options.Publishing)
            .AddHangfire((provider, hangfire) =>
            {
                // Retries are the chain's, by rows; a job is a hint and is never retried by itself.
                hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings()
                    .UseFilter(new AutomaticRetryAttribute { Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete });
                if (options.Storage.IsDesk)
                {
                    hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(1) });
                }
                else
                {
                    hangfire.UsePostgreSqlStorage(
                        postgres => postgres.UseNpgsqlConnection(options.Storage.Postgres),
                        new PostgreSqlStorageOptions { QueuePollInterval = TimeSpan.FromSeconds(1), EnableLongPolling = true });
                }
            });
    }

    /// <summary>The work: Hangfire's workers, the reconciler, the watch folder.</summary>
    public static IServiceCollection AddWork(this IServiceCollection services, ProgramOptions options)
    {
        var drain = TimeSpan.FromSeconds(options.Chain.DrainSeconds);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = drain + TimeSpan.FromSeconds(10));
        if (options.Chain.Queues.Count > 0)
        {
            services.AddHangfireServer(server =>
            {
                server.Queues = [.. Queues.StoredNames(options.Chain.Queues)];
                server.WorkerCount = options.Chain.WorkerCount;
                server.StopTimeout = drain;
                server.ShutdownTimeout = drain + TimeSpan.FromSeconds(5);
                server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            });
        }

        return services.AddLineWork(options.Intake);
    }

    /// <summary>Brings the rows to this version and clears away what a crash left behind.</summary>
    /// <param name="works">This process will work, and holds the data folder's lock.</param>
    public static async Task PrepareAsync(this IServiceProvider services, ProgramOptions options, bool works, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        if (works || !options.Storage.IsDesk)
        {
            await StoragePreparation.PrepareAsync(scope.ServiceProvider.GetRequiredService<DigitizeDb>(), options.Storage, ct);
        }

        if (!works)
        {
            return;
        }

        if (Directory.Exists(options.Storage.SpoolFolder))
        {
            Directory.Delete(options.Storage.SpoolFolder, recursive: true);
        }

        if (options.Storage.IsDesk)
        {
            await scope.ServiceProvider.GetRequiredService<IBlobStore>().RemoveUnfinishedAsync(ct);
            await scope.ServiceProvider.GetRequiredService<RunClaim>().ExpireAllAsync(ct);
        }
    }
}
