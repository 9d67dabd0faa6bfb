using Digitize.Core.Rows;
using Digitize.Storage.Queries;
using Digitize.Storage.Tests.Rows;

namespace Digitize.Storage.Tests.Queries;

public sealed class BatchInspectionQueryTests : IAsyncLifetime
{
    private static readonly DateTime Noon = new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);

    private DesktopRows _rows = null!;

    public async Task InitializeAsync() => _rows = await DesktopRows.CreateAsync();

    public async Task DisposeAsync() => await _rows.DisposeAsync();

    [Fact]
    public async Task FindAsync_GivesTheEndThatCameLast_OfEachPageOfThatBatch()
    {
        var (batch, pages) = Book("a", 4);
        var (other, others) = Book("b", 1);
        await using (var db = _rows.Open())
        {
            db.AddRange(batch, other);
            db.AddRange(
                Run(pages[0], 1, RunState.NeedsPerson, 0), Run(pages[0], 2, RunState.Done, 1),
                Run(pages[1], 1, RunState.Done, 0), Run(pages[1], 2, RunState.Due, 1),
                Run(pages[2], 1, RunState.Running, 0),
                Run(others[0], 1, RunState.Done, 0));
            await db.SaveChangesAsync();
        }

        await using var again = _rows.Open();
        var found = await new BatchInspectionQuery(again).FindAsync(batch.Id, default);

        Assert.Equal((4, 4, 1), (found!.Pages.Count, found.Files.Count, found.Documents.Count));
        var byPage = found.Pages.ToDictionary(page => page.Sequence, page => (page.Inspected?.State, page.Inspected?.Figures));
        Assert.Equal((RunState.Done, "{\"v\":2}"), byPage[1]);
        Assert.Equal((RunState.Done, "{\"v\":1}"), byPage[2]);
        Assert.Equal((null, null), byPage[3]);
        Assert.Equal((null, null), byPage[4]);
        Assert.Null(await new BatchInspectionQuery(again).FindAsync(Guid.CreateVersion7(), default));
    }

    private static (Batch Batch, List<Page> Pages) Book(string name, int count)
    {
        var batch = new Batch { Folder = name, Name = name, State = BatchState.Taken };
        var document = new Document
        {
            BatchId = batch.Id, Shelfmark = name, Title = name, RecipeName = "x", RecipeHash = "x", RecipeYaml = "name: x",
        };
        batch.Documents.Add(document);
        for (var number = 1; number <= count; number++)
        {
            var file = new IncomingFile { RelativePath = $"{number}.tif", State = FileState.Taken, DocumentId = document.Id, Frames = 1 };
            batch.Files.Add(file);
            document.Pages.Add(new Page { DocumentId = document.Id, FileId = file.Id, Sequence = number });
        }

        return (batch, document.Pages);
    }

    private static StepRun Run(Page page, int version, RunState state, int hours) => new()
    {
        DocumentId = page.DocumentId, PageId = page.Id, SubjectId = page.Id, Step = "inspect", StepVersion = version, OptionsHash = "a",
        InputHash = "a", Queue = "image", State = state, CreatedAt = Noon.AddHours(hours), Figures = $"{{\"v\":{version}}}",
    };
}
