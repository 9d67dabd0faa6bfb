using System.Text.Json;
using Digitize.Core.Rows;
using Digitize.Imaging;
using Digitize.Pipeline.Recipes;
using Digitize.Storage.Blobs;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Steps;

/// <summary>What a step works on. Changes to rows made through it are saved together with the step's end, or not at all.</summary>
public sealed class StepContext(
    DigitizeDb db, IBlobStore blobs, HeldImages held, StepRun run, Recipe recipe, object options, string spoolFolder,
    DateTime now)
{
    private readonly List<Artefact> _kept = [];

    public DigitizeDb Db { get; } = db;

    public IBlobStore Blobs { get; } = blobs;

    /// <summary>What the page's last step decoded.</summary>
    public HeldImages Held { get; } = held;

    public StepRun Run { get; } = run;

    public Recipe Recipe { get; } = recipe;

    public Document Document => Run.Document!;

    /// <summary>UTC, when the step began.</summary>
    public DateTime Now { get; } = now;

    /// <summary>What the step measures; stored with the run as JSON.</summary>
    public Dictionary<string, object?> Figures { get; } = [];

    /// <exception cref="InvalidOperationException">The step works on a document.</exception>
    public Page Page => Run.Page ?? throw new InvalidOperationException($"{Run.Step} works on a document.");

    /// <exception cref="InvalidOperationException">The step works on a document.</exception>
    public IncomingFile Master => Page.File!;

    /// <summary>For files of this step's own, which it removes; emptied when the program starts.</summary>
    public string SpoolFolder { get; } = spoolFolder;

    /// <summary>
    /// What needs a lock is done here: within the transaction of the step's end, before its changes are saved. A step
    /// that is not committed has done none of it.
    /// </summary>
    public Func<CancellationToken, Task> BeforeSaving { get; set; } = _ => Task.CompletedTask;

    internal IReadOnlyList<Artefact> Kept => _kept;

    public TOptions Options<TOptions>() => (TOptions)options;

    /// <summary>The page's master as a file, read only.</summary>
    public Task<LocalFile> OpenMasterAsync(CancellationToken ct) => Blobs.OpenLocalAsync(Master.MasterBlob!, ct);

    /// <summary>Whether a person has worked on the page's text or vouched for it: then its geometry stays.</summary>
    public async Task<bool> IsInPeoplesHandsAsync(CancellationToken ct)
    {
        await Db.Entry(Page).Collection(page => page.Revisions).Query()
            .Where(revision => revision.AuthorKind == RevisionAuthor.Person).LoadAsync(ct);
        return Page.IsInPeoplesHands;
    }

    /// <summary>What an earlier step measured on this page; null when it did not run.</summary>
    public async Task<T?> FiguresOfAsync<T>(string step, string name, CancellationToken ct)
    {
        var figures = await Db.Runs
            .Where(r => r.SubjectId == Run.SubjectId && r.Step == step && r.State == RunState.Done)
            .OrderByDescending(r => r.EndedAt)
            .Select(r => r.Figures)
            .FirstOrDefaultAsync(ct);
        if (figures is null)
        {
            return default;
        }

        using var json = JsonDocument.Parse(figures);
        return json.RootElement.TryGetProperty(name, out var value) ? value.Deserialize<T>(FiguresJson.Options) : default;
    }

    /// <summary>How a package of this run refers to a blob of its document: relative to its own place.</summary>
    public string HrefFromPackage(string blobName)
    {
        var place = Path.GetDirectoryName(BlobNames.DocumentArtefact(Run.DocumentId, "x", Run.RunHash(), "x"))!;
        return Path.GetRelativePath(place, blobName).Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>Keeps what <paramref name="writeTo"/> puts in the file at the given path.</summary>
    /// <returns>The blob; its row is saved with the step's end.</returns>
    public Task<Artefact> KeepAsync(
        string kind, string extension, string mediaType, Func<string, Task> writeTo, CancellationToken ct) =>
        KeepAsync(Run.PageId, kind, extension, mediaType, writeTo, ct);

    /// <summary>Keeps what <paramref name="writeTo"/> puts in the stream.</summary>
    public Task<Artefact> KeepAsync(
        string kind, string extension, string mediaType, Func<Stream, Task> writeTo, CancellationToken ct) =>
        KeepAsync(Run.PageId, kind, extension, mediaType, ToFile(writeTo), ct);

    /// <summary>The same for one page of the document, from a step that works on the document.</summary>
    public Task<Artefact> KeepForPageAsync(
        Guid pageId, string kind, string extension, string mediaType, Func<Stream, Task> writeTo, CancellationToken ct) =>
        KeepAsync(pageId, kind, extension, mediaType, ToFile(writeTo), ct);

    private static Func<string, Task> ToFile(Func<Stream, Task> writeTo) => async path =>
    {
        await using var stream = File.Create(path);
        await writeTo(stream);
    };

    private async Task<Artefact> KeepAsync(
        Guid? pageId, string kind, string extension, string mediaType, Func<string, Task> writeTo, CancellationToken ct)
    {
        Directory.CreateDirectory(SpoolFolder);
        var path = Path.Combine(SpoolFolder, $"{Guid.CreateVersion7():N}.{extension}");
        try
        {
            await writeTo(path);
            await using var content = File.OpenRead(path);
            var name = pageId is { } page
                ? BlobNames.PageArtefact(Run.DocumentId, page, kind, Run.RunHash(), extension)
                : BlobNames.DocumentArtefact(Run.DocumentId, kind, Run.RunHash(), extension);
            var blob = await Blobs.WriteAsync(_ => name, content, mediaType, ct);
            var artefact = new Artefact
            {
                DocumentId = Run.DocumentId,
                PageId = pageId,
                RunId = Run.Id,
                Kind = kind,
                BlobName = blob.Name,
                MediaType = mediaType,
                Sha256 = blob.Sha256,
                Length = blob.Length,
                CreatedAt = Now,
            };
            _kept.Add(artefact);
            return artefact;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
