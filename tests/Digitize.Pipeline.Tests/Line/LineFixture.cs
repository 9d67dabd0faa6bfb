using Digitize.Core.Rows;
using Digitize.Ocr;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Intake;
using Digitize.Pipeline.Packaging;
using Digitize.Pipeline.Steps;
using Digitize.Storage;
using Digitize.Storage.Blobs;
using Digitize.Storage.Rows;
using Hangfire;
using Hangfire.InMemory;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Digitize.Pipeline.Tests.Line;

/// <summary>
/// The line as the program composes it, on a desk in a folder of its own, with a clock that stands still and no
/// workers: the test says when a sweep is made and when a job is done.
/// </summary>
internal sealed class LineFixture : IAsyncDisposable
{
    private static readonly Lazy<byte[]> EmptyRows = new(MakeEmptyRows);

    private readonly ServiceProvider _services;
    private readonly InMemoryStorage _jobs = new();

    /// <param name="steps">Instead of the real ones.</param>
    public LineFixture(params FakeStep[] steps)
    {
        Directory.CreateDirectory(Incoming);
        Directory.CreateDirectory(Recipes);
        Blobs = new HookedBlobStore(Folder["blobs"]);
        File.WriteAllBytes(Folder["digitize.db"], EmptyRows.Value);
        Chain = new ChainOptions { RecipeFolder = Recipes };
        Options = new IntakeOptions
        {
            Incoming = Incoming,
            Done = Folder["done"],
            Rejected = Folder["rejected"],
            ReserveMegabytes = 0,
        };
        var services = new ServiceCollection();
        services.AddOcr();
        services.AddLogging()
            .AddStorage(new StorageOptions { DataFolder = Folder.Root })
            .AddPipeline(Chain, Options, new PublishingOptions())
            .AddSingleton<Reconciler>()
            .AddSingleton<IBlobStore>(Blobs)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<JobStorage>(_jobs)
            .AddSingleton<IBackgroundJobClient>(new BackgroundJobClient(_jobs));
        if (steps.Length > 0)
        {
            services.RemoveAll<IPipelineStep>();
            Array.ForEach(steps, step => services.AddSingleton<IPipelineStep>(step));
        }

        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public TempFolder Folder { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));

    public ChainOptions Chain { get; }

    public IntakeOptions Options { get; }

    public HookedBlobStore Blobs { get; }

    public IServiceProvider Services => _services;

    public string Incoming => Folder["incoming"];

    public string Recipes => Folder["recipes"];

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <summary>A recipe of the given steps, one a line, as YAML writes them.</summary>
    public LineFixture WithRecipe(string name, params string[] steps)
    {
        var list = string.Join("\n", steps.Select(step => $"  - {step}"));
        Folder.Put($"recipes/{name}.yaml", $$"""
            name: {{name}}
            title: { vi: Thử, en: Trial }
            retry: { attempts: 3, backoffSeconds: 10 }
            steps:
            {{list}}

            """);
        return this;
    }

    public string Drop(string path, byte[] content) => Folder.Put($"incoming/{path}", content);

    public string Drop(string path, string content) => Folder.Put($"incoming/{path}", content);

    /// <summary>A context that has seen nothing yet.</summary>
    public DigitizeDb Open() => _services.CreateScope().ServiceProvider.GetRequiredService<DigitizeDb>();

    public async Task<T> ScopedAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task ScopedAsync<TService>(Func<TService, Task> work) where TService : notnull =>
        ScopedAsync<TService, bool>(async service =>
        {
            await work(service);
            return true;
        });

    public Task SweepAsync() => ScopedAsync<IntakeSweep>(sweep => sweep.SweepAsync(default));

    /// <summary>Sweeps until everything has been quiet for long enough, then does the intake jobs that were made.</summary>
    public async Task IntakeAsync()
    {
        await SweepAsync();
        Clock.Advance(TimeSpan.FromSeconds(30));
        await SweepAsync();
        foreach (var batchId in TakeJobs(Queues.Intake))
        {
            await ScopedAsync<IntakeJob>(job => job.RunAsync(batchId, default));
        }
    }

    /// <summary>Does every run that is due, and what becomes due by it.</summary>
    public async Task WorkAsync()
    {
        var runner = _services.GetRequiredService<StepRunner>();
        while (await NextDueAsync() is { } run)
        {
            await runner.RunAsync(run, default);
        }
    }

    /// <summary>What waits in a queue; afterwards it is empty.</summary>
    public List<Guid> TakeJobs(string queue, Priority priority = Priority.Normal)
    {
        var client = new BackgroundJobClient(_jobs);
        var waiting = _jobs.GetMonitoringApi().EnqueuedJobs(Queues.StoredName(queue, priority), 0, 2000).Where(job => job.Value.InEnqueuedState).ToList();
        waiting.ForEach(job => client.Delete(job.Key));
        return [.. waiting.Select(job => (Guid)job.Value.Job.Args[0])];
    }

    /// <summary>One batch, one document, and pages of drawn scans, as intake leaves them; no run yet.</summary>
    public Task<Document> AddDocumentAsync(string recipe, int pages = 1) =>
        AddDocumentAsync(recipe, [.. Enumerable.Range(1, pages).Select(Scans.Png)]);

    public async Task<Document> AddDocumentAsync(string recipe, params byte[][] scans)
    {
        var shelf = _services.GetRequiredService<Digitize.Pipeline.Recipes.RecipeShelf>();
        var pinned = shelf.Find(recipe) ?? throw new InvalidOperationException(string.Join('\n', shelf.Faults));
        var batch = new Batch { Folder = $"{recipe}/A", Name = "A", State = BatchState.Taken, TakenAt = Now };
        var document = new Document
        {
            Batch = batch,
            Shelfmark = "A.1",
            Title = "Truyện thử",
            RecipeName = pinned.Name,
            RecipeHash = pinned.Hash,
            RecipeYaml = pinned.Yaml,
            PublishPolicy = PublishPolicy.OnCompletion,
        };
        await using var db = Open();
        db.Add(document);
        for (var number = 1; number <= scans.Length; number++)
        {
            var scan = await Blobs.WriteAsync(
                sha256 => BlobNames.Master(document.Id, sha256, "x.png"), new MemoryStream(scans[number - 1]), "image/png", default);
            var file = new IncomingFile
            {
                Batch = batch,
                DocumentId = document.Id,
                RelativePath = $"p{number}.png",
                State = FileState.Taken,
                Sha256 = scan.Sha256,
                MasterBlob = scan.Name,
                MediaType = "image/png",
                Length = scan.Length,
                Frames = 1,
                Sequence = number,
                EndedAt = Now,
                Moved = true,
            };
            db.Add(new Page { Document = document, File = file, Sequence = number });
        }

        await db.SaveChangesAsync();
        return document;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _jobs.Dispose();
        using (var rows = new SqliteConnection($"Data Source={Folder["digitize.db"]}"))
        {
            SqliteConnection.ClearPool(rows);
        }

        Folder.Dispose();
    }

    private async Task<Guid?> NextDueAsync()
    {
        var now = Now;
        await using var db = Open();
        return await db.Runs.Where(run => run.State == RunState.Due && (run.NotBefore == null || run.NotBefore <= now))
            .OrderBy(run => run.Id).Select(run => (Guid?)run.Id).FirstOrDefaultAsync();
    }

    /// <summary>Migrations take longer than most tests, so they are done once.</summary>
    private static byte[] MakeEmptyRows()
    {
        using var folder = new TempFolder();
        var connection = $"Data Source={folder["empty.db"]};Pooling=False";
        using (var db = new SqliteDigitizeDb(new DbContextOptionsBuilder<SqliteDigitizeDb>().UseSqlite(connection).Options))
        {
            db.Database.Migrate();
        }

        return File.ReadAllBytes(folder["empty.db"]);
    }
}
