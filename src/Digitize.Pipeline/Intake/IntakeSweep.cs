using System.Diagnostics;
using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Pipeline.Recipes;
using Digitize.Pipeline.Steps;
using Digitize.Storage.Rows;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Intake;

/// <summary>
/// One look through the watch folder: gives every file a row, and hands each batch that has settled to intake.
/// </summary>
public sealed class IntakeSweep(
    DigitizeDb db,
    RecipeShelf recipes,
    SettledBatches settled,
    IntakeOptions options,
    IBackgroundJobClient jobs,
    TimeProvider clock)
{
    private static readonly string Queue = Queues.StoredName(Queues.Intake, Priority.Normal);

    public async Task SweepAsync(CancellationToken ct)
    {
        var seen = WatchFolder.Sweep(options.Incoming, name => recipes.Find(name) is not null).ToList();
        foreach (var folder in seen)
        {
            if (await RecordAsync(folder, ct) is { } batch && folder.HasFinishedFiles && settled.IsReady(folder, QuietSeconds(folder), Urgency(batch)))
            {
                Enqueue(batch.Id);
            }
        }

        await TakeUpVanishedAsync(seen, ct);
        settled.KeepOnly(seen);

        // A batch without a file is only a note of a folder that could not be looked into or was being copied; that is over.
        var folders = seen.Select(folder => folder.Folder).ToList();
        await db.Batches
            .Where(b => b.State == BatchState.Held && !b.Files.Any() && !b.Documents.Any() && !folders.Contains(b.Folder))
            .ExecuteDeleteAsync(ct);
    }

    /// <returns>Null when all of it was moved between the listing and now.</returns>
    private async Task<Batch?> RecordAsync(SeenBatch folder, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var batch = await db.Batches.Include(b => b.Files)
            .FirstOrDefaultAsync(b => b.Folder == folder.Folder && b.State != BatchState.Taken, ct);
        if (batch is null && folder.Fault is null && !folder.Files.Any(file => IsStillThere(folder, file)))
        {
            return null;
        }

        if (batch is null)
        {
            // Recorded, or every span below it would be dropped as unsampled.
            using var trace = new Activity("batch") { ActivityTraceFlags = ActivityTraceFlags.Recorded };
            trace.SetIdFormat(ActivityIdFormat.W3C).Start();
            batch = new Batch
            {
                Folder = folder.Folder,
                Name = folder.Folder.Length == 0 ? Path.GetFileName(options.Incoming) : folder.Folder.Split('/')[^1],
                SeenAt = now,
                TraceParent = trace.Id,
            };
            db.Batches.Add(batch);
        }

        if (folder.Fault is { } fault)
        {
            batch.State = BatchState.Held;
            batch.Reason = new Reason("folder-unreadable", folder.Folder, fault);
        }

        if (folder.IsUnderCopy)
        {
            batch.State = BatchState.Held;
            batch.Reason = new Reason("folder-under-copy", folder.Folder, $"{folder.Files.Count}");
        }
        else if (folder.Files.FirstOrDefault(file => WatchFolder.IsUnfinished(file.RelativePath)) is { } unfinished)
        {
            // With nothing but unfinished files it is a note, which goes away with them.
            batch.State = batch.Files.Count == 0 && !folder.HasFinishedFiles ? BatchState.Held : batch.State;
            batch.Reason = new Reason("batch-unfinished", batch.Name, unfinished.RelativePath);
        }

        // Files are listed before rows are read. While intake takes the batch it moves them, and what was listed a moment
        // ago may stand in done/ by now: such a sweep gives no rows, the next one will.
        if (batch.State == BatchState.Taking && batch.LeaseUntil > now)
        {
            return batch;
        }

        // A copy under way gets its row under the name that it will have in the end.
        var known = batch.Files.Where(file => !file.Moved).Select(file => file.RelativePath).ToHashSet();
        var unknown = folder.Files.Where(
            file => !folder.IsUnderCopy && !known.Contains(file.RelativePath) && !WatchFolder.IsUnfinished(file.RelativePath)).ToList();
        foreach (var file in unknown.Where(file => IsStillThere(folder, file)))
        {
            var description = BatchDescription.IsDescription(file.RelativePath);
            db.Files.Add(new IncomingFile
            {
                BatchId = batch.Id,
                RelativePath = file.RelativePath,
                Length = file.Length,
                State = description ? FileState.Description : FileState.Seen,
                SeenAt = now,
                EndedAt = description ? now : null,
            });
        }

        await db.SaveChangesAsync(ct);
        return batch;
    }

    /// <summary>The slow look is for names that are no Unicode, which cannot be opened by the name that is seen.</summary>
    private static bool IsStillThere(SeenBatch folder, SeenFile file)
    {
        var info = new FileInfo(Path.Combine(folder.Path, file.RelativePath));
        return info.Exists || info.LinkTarget is not null || WatchFolder.Holds(folder.Path, file.RelativePath);
    }

    private int QuietSeconds(SeenBatch folder)
    {
        var recipe = recipes.Find(folder.Folder.Split('/')[0]) ?? recipes.Find(options.DefaultRecipe);
        return folder.Files.Any(file => file.RelativePath == BatchDescription.ReadyName) ? 0
            : options.QuietSeconds > 0 ? options.QuietSeconds
            : recipe?.Intake.QuietSeconds ?? options.SweepSeconds;
    }

    /// <summary>Whether a batch that was handed over before may be handed over again though nothing in it changed.</summary>
    private Urgency Urgency(Batch batch) =>
        batch.State == BatchState.Taking && batch.LeaseUntil > clock.GetUtcNow().UtcDateTime ? Intake.Urgency.UnderWay
        : batch.Reason?.Code is "disk-full" or "folder-unreadable" || batch.State is BatchState.Taking or BatchState.Arriving
            ? Intake.Urgency.TryAgain
        : Intake.Urgency.WhenChanged;

    /// <summary>Batches whose files went away before they were taken: intake gives their rows an end too.</summary>
    private async Task TakeUpVanishedAsync(List<SeenBatch> seen, CancellationToken ct)
    {
        var present = seen.Select(folder => folder.Folder).ToList();
        var hidden = seen.Where(folder => folder.Fault is not null).Select(folder => folder.Folder).ToList();
        var now = clock.GetUtcNow().UtcDateTime;
        var vanished = await db.Batches
            .Where(b => b.State != BatchState.Taken && (b.LeaseUntil == null || b.LeaseUntil < now)
                && !present.Contains(b.Folder) && b.Files.Any(file => !file.Moved))
            .Select(b => new { b.Id, b.Folder })
            .ToListAsync(ct);
        foreach (var batch in vanished.Where(b => !hidden.Any(folder => IsIn(b.Folder, folder))))
        {
            Enqueue(batch.Id);
        }
    }

    /// <summary>What lies in a folder that cannot be looked into has not vanished.</summary>
    private static bool IsIn(string batch, string folder) =>
        folder.Length == 0 || batch.StartsWith($"{folder}/", StringComparison.Ordinal);

    private void Enqueue(Guid batchId) => jobs.Create(
        Job.FromExpression<IntakeJob>(job => job.RunAsync(batchId, default), Queue), new EnqueuedState(Queue));
}
