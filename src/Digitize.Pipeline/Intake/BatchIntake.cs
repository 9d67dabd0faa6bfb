using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Recipes;
using Digitize.Storage.Blobs;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Intake;

/// <summary>
/// Takes a settled batch: description, recipe, room on the disk, file by file, the count, then pages. Every part
/// begins from the rows, so it goes on after a crash where it stopped.
/// </summary>
public sealed class BatchIntake(
    DigitizeDb db,
    IBlobStore blobs,
    RecipeShelf recipes,
    FileTaking taking,
    SourceMover mover,
    ChainAdvance chain,
    Leases leases,
    IntakeOptions options,
    ChainOptions chainOptions,
    TimeProvider clock)
{
    private const long Megabyte = 1024 * 1024;

    public async Task TakeAsync(Guid batchId, CancellationToken ct)
    {
        if (await ClaimAsync(batchId, ct) is { } lease)
        {
            await leases.KeepAsync<Batch>(batchId, lease, token => TakeClaimedAsync(batchId, token), ct);
        }
    }

    /// <summary>Begins the pages of a batch whose files all have an end, if their number is what was expected.</summary>
    public async Task PassGateAsync(Batch batch, bool acceptCount, CancellationToken ct)
    {
        var received = batch.Files.Where(file => file.State == FileState.Taken).Sum(file => file.Frames);
        if (!acceptCount && batch.ExpectedPages is { } expected && expected != received)
        {
            await HoldAsync(batch, new Reason("batch-count", batch.Name, $"{expected}", $"{received}"), ct);
            return;
        }

        if (await MoveAsync(batch, batch.Files, ct) is { } stuck)
        {
            await HoldAsync(batch, stuck, ct);
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var document in batch.Documents)
        {
            var sequence = 0;
            var files = batch.Files.Where(file => file.DocumentId == document.Id && file.State == FileState.Taken);
            foreach (var file in files.OrderBy(file => file.Sequence))
            {
                for (var frame = 0; frame < file.Frames; frame++)
                {
                    db.Pages.Add(new Page { DocumentId = document.Id, FileId = file.Id, Frame = frame, Sequence = ++sequence });
                }
            }
        }

        batch.State = BatchState.Taken;
        batch.Reason = received == 0 ? new Reason("batch-nothing", batch.Name) : null;
        batch.TakenAt = now;
        await FreeAsync(batch, ct);
        if (batch.Folder.Contains('/', StringComparison.Ordinal))
        {
            SourceMover.RemoveEmpty(PathOf(batch));
        }

        foreach (var document in batch.Documents)
        {
            await chain.DocumentAsync(document.Id, ct);
        }
    }

    private async Task TakeClaimedAsync(Guid batchId, CancellationToken ct)
    {
        var batch = await db.Batches.Include(b => b.Files).Include(b => b.Documents).AsSplitQuery()
            .SingleAsync(b => b.Id == batchId, ct);
        using var span = Signals.Begin("intake", batch.TraceParent);
        var held = await PrepareAsync(batch, PathOf(batch), ct) ?? await TakeFilesAsync(batch, PathOf(batch), ct);
        if (held is { } reason)
        {
            await HoldAsync(batch, reason, ct);
            return;
        }

        if (batch.Files.FirstOrDefault(file => file.State == FileState.Seen) is { } late)
        {
            batch.State = BatchState.Arriving;
            batch.Reason = late.Reason;
            await FreeAsync(batch, ct);
            return;
        }

        // A file that came while these were taken has a row that was not in the list: the gate waits for it.
        if (await db.Files.AnyAsync(file => file.BatchId == batchId && file.State == FileState.Seen, ct))
        {
            batch.State = BatchState.Arriving;
            await FreeAsync(batch, ct);
            return;
        }

        await PassGateAsync(batch, acceptCount: false, ct);
    }

    /// <returns>Why the batch cannot be taken now; null when its documents and recipe are known.</returns>
    private async Task<Reason?> PrepareAsync(Batch batch, string path, CancellationToken ct)
    {
        var scans = batch.Files.Where(file => file is { State: FileState.Seen, Moved: false })
            .Select(file => file.RelativePath).Order(NaturalOrder.Instance).ToList();
        var faults = new List<RecipeFault>();
        var known = batch.Files.Select(file => file.RelativePath).ToHashSet();
        if (BatchDescriptionReader.Read(path, known, scans, faults) is not { } description)
        {
            return new Reason("batch-description", faults[0].File, $"{faults[0].Line}") { Cause = faults[0].Reason };
        }

        batch.ExpectedPages = description.ExpectedPages ?? batch.ExpectedPages;
        if (scans.Count == 0)
        {
            return null;
        }

        if (scans.FirstOrDefault(name => IsNoUnicode(path, name)) is { } unusable)
        {
            return new Reason("file-name", unusable, "UTF-8");
        }

        var group = batch.Folder.Split('/')[0];
        var wanted = description.Recipe ?? (recipes.Find(group) is not null || recipes.FaultsOf(group).Any() ? group : options.DefaultRecipe);
        if (recipes.Find(wanted) is not { } recipe)
        {
            return recipes.FaultsOf(wanted).FirstOrDefault() is { } fault
                ? new Reason("batch-recipe-broken", batch.Name, wanted, $"{Path.GetFileName(fault.File)}:{fault.Line}") { Cause = fault.Reason }
                : new Reason("batch-recipe", batch.Name, wanted, string.Join(", ", recipes.Recipes.Select(r => r.Name)));
        }

        var needed = batch.Files.Where(file => file.State == FileState.Seen).Sum(file => file.Length) + (options.ReserveMegabytes * Megabyte);
        if (blobs.FreeBytes is { } free && free < needed)
        {
            return new Reason("disk-full", batch.Name, $"{free / Megabyte}", $"{needed / Megabyte}");
        }

        batch.RecipeName = recipe.Name;
        Arrange(batch, description, recipe, group);
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>
    /// Orders the files that wait together with those that were taken before, so that a page that comes late gets its
    /// place among them. What was taken stays with its document.
    /// </summary>
    private void Arrange(Batch batch, BatchDescription description, Recipe recipe, string group)
    {
        var files = batch.Files.Where(file => file.State == FileState.Taken || file is { State: FileState.Seen, Moved: false })
            .OrderBy(file => file.SeenAt).ToLookup(file => file.RelativePath);
        var paths = files.Select(file => file.Key).Order(NaturalOrder.Instance).ToList();
        var groups = DocumentGrouping.Group(batch.Name, paths, description, recipe.Intake.Naming);
        foreach (var (shelfmark, title, collection, members) in groups)
        {
            var ordered = members.SelectMany(path => files[path]).ToList();
            var document = batch.Documents.FirstOrDefault(d => d.Shelfmark == shelfmark);
            if (document is null && ordered.Any(file => file.State == FileState.Seen))
            {
                document = new Document
                {
                    BatchId = batch.Id,
                    Shelfmark = shelfmark,
                    Title = title,
                    Collection = collection ?? (group == recipe.Name || group == batch.Folder ? null : group),
                    Creator = description.Creator,
                    Date = description.Date,
                    Language = description.Language ?? recipe.For.Language,
                    Rights = description.Rights,
                    Direction = description.Order ?? recipe.For.Direction,
                    RecipeName = recipe.Name,
                    RecipeHash = recipe.Hash,
                    RecipeYaml = recipe.Yaml,
                    PublishPolicy = description.Publish ?? recipe.Review.Publish,
                    Priority = description.Priority ?? Priority.Normal,
                    ExpectedPages = groups.Count == 1 ? description.ExpectedPages : null,
                    PhysicalWidthMm = description.PhysicalWidthMm,
                    PhysicalHeightMm = description.PhysicalHeightMm,
                    CreatedAt = clock.GetUtcNow().UtcDateTime,
                };
                batch.Documents.Add(document);
                db.Documents.Add(document);
            }

            for (var i = 0; i < ordered.Count; i++)
            {
                ordered[i].Sequence = i + 1;
                if (ordered[i].State == FileState.Seen)
                {
                    ordered[i].DocumentId = document!.Id;
                }
            }
        }
    }

    /// <returns>Why taking had to stop; null when every file was tried.</returns>
    private async Task<Reason?> TakeFilesAsync(Batch batch, string path, CancellationToken ct)
    {
        foreach (var file in batch.Files.Where(file => !file.Moved).OrderBy(file => file.Sequence))
        {
            ct.ThrowIfCancellationRequested();
            if (file.State == FileState.Seen)
            {
                try
                {
                    await taking.TakeAsync(file, path, batch.Documents.Single(d => d.Id == file.DocumentId), ct);
                }
                catch (IOException) when (blobs.FreeBytes is { } free && free < file.Length + Megabyte)
                {
                    return new Reason("disk-full", batch.Name, $"{free / Megabyte}", $"{(file.Length / Megabyte) + 1}");
                }
            }

            // The description stays until the batch is through: pages that come late are described by it too.
            var stays = file.State == FileState.Description && file.RelativePath != BatchDescription.ReadyName
                && File.Exists(Path.Combine(path, file.RelativePath));
            if (!stays && await MoveAsync(batch, [file], ct) is { } stuck)
            {
                return stuck;
            }
        }

        return null;
    }

    /// <summary>Moves the sources of those that have an end.</summary>
    /// <returns>Why it could not be done; null when it was.</returns>
    private async Task<Reason?> MoveAsync(Batch batch, IReadOnlyCollection<IncomingFile> files, CancellationToken ct)
    {
        foreach (var file in files.Where(file => file is { Moved: false, State: not FileState.Seen }))
        {
            try
            {
                mover.Move(PathOf(batch), batch.Folder, file);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return new Reason("folder-unreadable", batch.Folder, fault.Message);
            }

            file.Moved = true;
            await db.SaveChangesAsync(ct);
        }

        return null;
    }

    private string PathOf(Batch batch) => FolderPath.Below(options.Incoming, batch.Folder);

    /// <summary>Whether the folder lists the name but cannot open it: the file system holds other bytes.</summary>
    private static bool IsNoUnicode(string path, string name) =>
        name.Contains('\uFFFD', StringComparison.Ordinal) && !File.Exists(Path.Combine(path, name)) && WatchFolder.Holds(path, name);

    private async Task<Guid?> ClaimAsync(Guid batchId, CancellationToken ct)
    {
        var lease = Guid.CreateVersion7();
        var now = clock.GetUtcNow().UtcDateTime;
        var taken = await db.Batches
            .Where(b => b.Id == batchId && b.State != BatchState.Taken && (b.LeaseUntil == null || b.LeaseUntil < now))
            .ExecuteUpdateAsync(
                b => b.SetProperty(x => x.LeaseId, lease).SetProperty(x => x.State, BatchState.Taking)
                    .SetProperty(x => x.LeaseUntil, now.AddSeconds(chainOptions.LeaseSeconds)),
                ct);
        return taken == 1 ? lease : null;
    }

    private Task HoldAsync(Batch batch, Reason reason, CancellationToken ct)
    {
        batch.State = BatchState.Held;
        batch.Reason = reason;
        return FreeAsync(batch, ct);
    }

    private Task FreeAsync(Batch batch, CancellationToken ct)
    {
        batch.LeaseId = null;
        batch.LeaseUntil = null;
        return db.SaveChangesAsync(ct);
    }
}
