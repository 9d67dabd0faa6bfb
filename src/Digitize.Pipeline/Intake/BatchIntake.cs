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
        var path = FolderPath.Below(options.Incoming, batch.Folder);
        var held = await PrepareAsync(batch, path, ct) ?? await TakeFilesAsync(batch, path, ct);
        if (held is { } reason)
        {
            await HoldAsync(batch, reason, ct);
            return;
        }

        if (batch.Files.Any(file => file.State == FileState.Seen))
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
            var texts = string.Join("; ", faults.Take(5).Select(fault => fault.Text(ReasonTexts.Vietnamese)));
            return new Reason("batch-description", faults[0].File, texts);
        }

        var group = batch.Folder.Split('/')[0];
        var wanted = description.Recipe ?? (recipes.Find(group) is not null || recipes.FaultsOf(group).Any() ? group : options.DefaultRecipe);
        if (recipes.Find(wanted) is not { } recipe)
        {
            return recipes.FaultsOf(wanted).FirstOrDefault() is { } fault
                ? new Reason("batch-recipe-broken", batch.Name, wanted, fault.Text(ReasonTexts.Vietnamese))
                : new Reason("batch-recipe", batch.Name, wanted, string.Join(", ", recipes.Recipes.Select(r => r.Name)));
        }

        var needed = batch.Files.Where(file => file.State == FileState.Seen).Sum(file => file.Length) + (options.ReserveMegabytes * Megabyte);
        if (blobs.FreeBytes is { } free && free < needed)
        {
            return new Reason("disk-full", batch.Name, $"{free / Megabyte}", $"{needed / Megabyte}");
        }

        batch.RecipeName = recipe.Name;
        batch.ExpectedPages = description.ExpectedPages ?? batch.ExpectedPages;
        Arrange(batch, scans, description, recipe, group);
        await db.SaveChangesAsync(ct);
        return null;
    }

    private void Arrange(Batch batch, List<string> scans, BatchDescription description, Recipe recipe, string group)
    {
        var groups = DocumentGrouping.Group(batch.Name, scans, description, recipe.Intake.Naming);
        foreach (var (shelfmark, title, collection, files) in groups)
        {
            var document = batch.Documents.FirstOrDefault(d => d.Shelfmark == shelfmark);
            if (document is null)
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
                    ExpectedPages = groups.Count == 1 ? description.ExpectedPages : null,
                    CreatedAt = clock.GetUtcNow().UtcDateTime,
                };
                batch.Documents.Add(document);
                db.Documents.Add(document);
            }

            // Files that come later are placed after those that are there, unless names or batch.csv say otherwise.
            var offset = batch.Files.Where(f => f.DocumentId == document.Id && f.State == FileState.Taken)
                .Select(f => f.Sequence).DefaultIfEmpty().Max();
            for (var i = 0; i < files.Count; i++)
            {
                var file = batch.Files.Single(f => f.RelativePath == files[i] && f is { State: FileState.Seen, Moved: false });
                file.DocumentId = document.Id;
                file.Sequence = offset + i + 1;
            }
        }
    }

    /// <returns>Why taking had to stop; null when every file was tried.</returns>
    private async Task<Reason?> TakeFilesAsync(Batch batch, string path, CancellationToken ct)
    {
        // The description goes last: after a crash it is still there to be read again.
        var waiting = batch.Files.Where(file => !file.Moved)
            .OrderBy(file => file.State == FileState.Description).ThenBy(file => file.Sequence);
        foreach (var file in waiting)
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

            if (file.State != FileState.Seen)
            {
                mover.Move(path, batch.Folder, file);
                file.Moved = true;
                await db.SaveChangesAsync(ct);
            }
        }

        if (batch.Folder.Contains('/', StringComparison.Ordinal))
        {
            SourceMover.RemoveEmpty(path);
        }

        return null;
    }

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
