using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Imaging.Probing;
using Digitize.Storage.Blobs;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Intake;

/// <summary>
/// Takes one file: looks at its header, hashes it, claims the hash, copies while hashing again, has the copy read back,
/// and only then calls it a master. Every file ends in a state with a reason, or stays Seen to be tried again.
/// </summary>
public sealed class FileTaking(DigitizeDb db, IBlobStore blobs, IntakeOptions options, TimeProvider clock)
{
    public async Task TakeAsync(IncomingFile file, string batchPath, Document document, CancellationToken ct)
    {
        var path = FolderPath.Below(batchPath, file.RelativePath);
        try
        {
            if (await RefusalAsync(file, path, ct) is { } refusal)
            {
                await EndAsync(file, FileState.Rejected, refusal, ct);
                return;
            }

            if (await ClaimAsync(file, path, ct))
            {
                await CopyAsync(file, path, document, ct);
            }
        }
        catch (UnauthorizedAccessException fault)
        {
            await EndAsync(file, FileState.Rejected, new Reason("file-unreadable", file.RelativePath, fault.Message), ct);
        }
    }

    private async Task<Reason?> RefusalAsync(IncomingFile file, string path, CancellationToken ct)
    {
        var info = new FileInfo(path);
        if (info.LinkTarget is not null)
        {
            return new Reason("file-link", file.RelativePath);
        }

        if (!info.Exists)
        {
            return new Reason("file-gone", file.RelativePath);
        }

        file.Length = info.Length;
        var probe = await ScanProbe.ProbeAsync(path, file.RelativePath, options.Limits, ct);
        file.MediaType = probe.Header?.MediaType;
        file.Frames = probe.Header?.Frames.Count ?? 0;
        return probe.Reason;
    }

    /// <returns>False when the same bytes are a master already.</returns>
    private async Task<bool> ClaimAsync(IncomingFile file, string path, CancellationToken ct)
    {
        await using (var source = Open(path))
        {
            file.Sha256 = await BlobHash.OfAsync(source, ct);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException fault) when (UniqueViolation.IsIn(fault))
        {
            var first = await db.Files.AsNoTracking().Include(f => f.Batch)
                .FirstAsync(f => f.Sha256 == file.Sha256 && f.Id != file.Id
                    && (f.State == FileState.Seen || f.State == FileState.Taken), ct);
            var reason = new Reason("file-duplicate", file.RelativePath, first.RelativePath, first.Batch!.Name);
            await EndAsync(file, FileState.Duplicate, reason, ct);
            return false;
        }
    }

    private async Task CopyAsync(IncomingFile file, string path, Document document, CancellationToken ct)
    {
        try
        {
            await using var source = Open(path);
            var master = await blobs.WriteAsync(
                sha256 => sha256 == file.Sha256
                    ? BlobNames.Master(document.Id, sha256, file.RelativePath)
                    : throw new SourceChangedException(),
                source,
                file.MediaType!,
                ct);
            file.Length = master.Length;
            file.MasterBlob = master.Name;
            await EndAsync(file, FileState.Taken, null, ct);
        }
        catch (SourceChangedException)
        {
            // Still being written after all: not taken, and looked at again when it is quiet.
            file.Sha256 = null;
            file.Reason = new Reason("file-changed", file.RelativePath);
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task EndAsync(IncomingFile file, FileState state, Reason? reason, CancellationToken ct)
    {
        file.State = state;
        file.Reason = reason;
        file.EndedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        Signals.FileEnded(state.ToString());
    }

    private static FileStream Open(string path) => new(
        path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan | FileOptions.Asynchronous);

    private sealed class SourceChangedException : Exception;
}
