using Digitize.Core.Rows;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.People;
using Digitize.Pipeline.Tests.Line;
using Digitize.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Tests.Chain;

/// <summary>What an earlier version of a step said of a page no longer counts once a newer has run.</summary>
public sealed class OvertakenRunTests : IAsyncLifetime
{
    private readonly LineFixture _line = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _line.DisposeAsync();

    [Theory]
    [InlineData(RunState.Rejected)]
    [InlineData(RunState.NeedsPerson)]
    public async Task Run_ThatWasOvertaken_BlocksNothing(RunState before)
    {
        _line.WithRecipe("book", "inspect", "metadata", "publish: { formats: [mets] }");
        var document = await _line.AddDocumentAsync("book");
        Guid pageId;
        await using (var db = _line.Open())
        {
            var page = await db.Pages.SingleAsync();
            pageId = page.Id;
            page.State = before == RunState.Rejected ? PageState.Rejected : PageState.Captured;
            db.Runs.Add(new StepRun
            {
                DocumentId = document.Id,
                PageId = page.Id,
                SubjectId = page.Id,
                Step = "inspect",
                StepVersion = 0,
                OptionsHash = "old",
                InputHash = "old",
                Queue = "image",
                State = before,
                Reason = new("image-broken", "p1.png"),
                CreatedAt = _line.Now.AddDays(-30),
                EndedAt = _line.Now.AddDays(-30),
            });
            await db.SaveChangesAsync();
        }

        await _line.ScopedAsync<ChainAdvance>(chain => chain.DocumentAsync(document.Id, default));
        await _line.WorkAsync();

        await using var after = _line.Open();
        var published = await after.Documents.SingleAsync();
        Assert.Equal((null, _line.Now), (published.Reason, published.PublishedAt));
        Assert.Equal((PageState.Captured, null), await after.Pages.Select(page => new { page.State, page.Reason }).SingleAsync() is var p ? (p.State, p.Reason) : default);
        Assert.Empty(await new BlockedRunsQuery(after).OfDocumentAsync(document.Id, default));
        var progress = await new BatchProgressQuery(after).FindAsync(published.BatchId, default);
        Assert.Equal((1, 1, 0), (progress!.Pages.Total, progress.Pages.Ended, progress.Pages.Blocked));
        Assert.Equal(0, await _line.ScopedAsync<PersonActions, int>(people => people.RetryPageAsync(pageId, "a", default)));
    }
}
