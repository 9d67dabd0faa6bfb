using Digitize.Core.Rows;
using Digitize.Pipeline.Steps;
using Digitize.Pipeline.Tests.Line;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Tests.Intake;

/// <summary>A line with one fake step and three recipes, to drop batches into and see what becomes of them.</summary>
public abstract class IntakeLine : IAsyncLifetime
{
    internal LineFixture Line { get; } = new LineFixture(new FakeStep("work"))
        .WithRecipe("quoc-ngu-print", "work").WithRecipe("french", "work").WithRecipe("broken", "nothing");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Line.DisposeAsync();

    protected Task IntakeAsync() => Line.IntakeAsync();

    protected async Task<Batch> BatchAsync(string name = "A")
    {
        await using var db = Line.Open();
        return await db.Batches.AsNoTracking().Include(batch => batch.Files)
            .Include(batch => batch.Documents).ThenInclude(document => document.Pages)
            .SingleAsync(batch => batch.Name == name);
    }

    protected async Task<IncomingFile> FileAsync(string name)
    {
        await using var db = Line.Open();
        return await db.Files.AsNoTracking().SingleAsync(file => file.RelativePath == name);
    }

    /// <summary>The sources of a document's pages, in reading order.</summary>
    protected static IEnumerable<string> PagesOf(Batch batch, Document document) =>
        document.Pages.OrderBy(page => page.Sequence)
            .Select(page => batch.Files.Single(file => file.Id == page.FileId).RelativePath);

    protected bool IsDropped(string path) => Path.Exists(Path.Combine(Line.Incoming, path));

    protected bool IsDone(string path) => File.Exists(Path.Combine(Line.Folder["done"], path));

    protected bool IsRejected(string path) => Path.Exists(Path.Combine(Line.Folder["rejected"], path));

    protected string ReasonBeside(string path) => File.ReadAllText(Path.Combine(Line.Folder["rejected"], $"{path}.reason.txt"));

    protected List<Guid> StepJobs() => Line.TakeJobs(Queues.Image);
}
