using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.People;
using Digitize.Pipeline.Steps;
using Digitize.Pipeline.Tests.Line;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Tests.People;

public sealed class PersonActionsTests : IAsyncLifetime
{
    private readonly FakeStep _work = new("work");
    private readonly FakeStep _publish = new("publish") { Subject = StepSubject.Document };
    private readonly LineFixture _line;
    private Document _document = null!;

    public PersonActionsTests() => _line = new LineFixture(_work, _publish).WithRecipe("r", "work", "publish");

    public async Task InitializeAsync()
    {
        _publish.Work = (context, _) =>
        {
            context.Document.PackagedAt = context.Now;
            return Task.FromResult<StepOutcome>(new StepOutcome.Done());
        };
        _document = await _line.AddDocumentAsync("r", pages: 2);
        await _line.ScopedAsync<ChainAdvance>(chain => chain.DocumentAsync(_document.Id, default));
    }

    public async Task DisposeAsync() => await _line.DisposeAsync();

    [Fact]
    public async Task RetryPageAsync_StartsWhatWasSetAside_AndTheDocumentIsPackagedAgain()
    {
        var isWell = false;
        _work.Work = (context, _) => Task.FromResult<StepOutcome>(
            isWell || context.Page.Sequence == 1 ? new StepOutcome.Done() : new StepOutcome.Rejected(new Reason("image-broken", "p2.png", "x")));
        await _line.WorkAsync();
        isWell = true;
        var page = await PageAsync(2);
        _line.TakeJobs(Queues.Image);

        Assert.Equal(1, await ActAsync(actions => actions.RetryPageAsync(page.Id, "lan", default)));

        Assert.Equal((PageState.Captured, null), ((await PageAsync(2)).State, (await PageAsync(2)).Reason));
        Assert.Equal([(await RunsAsync()).Single(run => run.PageId == page.Id).Id], _line.TakeJobs(Queues.Image));
        await _line.WorkAsync();
        Assert.Equal(["publish Done", "publish Done", "work Done", "work Done"], (await RunsAsync()).Select(run => $"{run.Step} {run.State}").Order());
        var audit = await AuditAsync();
        Assert.Equal(("lan", "page.retry", page.Id, _line.Now), (audit.Who, audit.Action, audit.SubjectId, audit.At));
        Assert.Contains("image-broken", audit.Detail);
        Assert.Equal(0, await ActAsync(actions => actions.RetryPageAsync(page.Id, "lan", default)));
    }

    [Fact]
    public async Task RetryPageAsync_BeginsCountingAfresh()
    {
        _work.Work = (_, _) => throw new InvalidDataException("bad luck");
        for (var i = 0; i < 3; i++)
        {
            await _line.WorkAsync();
            _line.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await ActAsync(actions => actions.RetryPageAsync(_document.Pages[0].Id, "lan", default));

        var run = (await RunsAsync()).Single(run => run.PageId == _document.Pages[0].Id);
        Assert.Equal((RunState.Due, 0, 0, 0, null, null), (run.State, run.Attempts, run.Faults, run.Crashes, run.NotBefore, run.Reason));
    }

    [Fact]
    public async Task AcceptLabelsAsync_LabelsPagesThatHaveNone_AndNeverWritesOverAPerson()
    {
        await using (var db = _line.Open())
        {
            var pages = await db.Pages.OrderBy(page => page.Sequence).ToListAsync();
            (pages[0].Label, pages[0].ReadLabel, pages[0].ReadLabelConfidence) = ("7", "12", 0.9);
            (pages[1].ReadLabel, pages[1].ReadLabelConfidence) = ("8", 0.8);
            await db.SaveChangesAsync();
        }

        var first = (await PageAsync(1)).Id;
        Assert.Equal(0, await ActAsync(actions => actions.AcceptLabelsAsync(_document.Id, first, "lan", default)));
        Assert.Equal(1, await ActAsync(actions => actions.AcceptLabelsAsync(_document.Id, null, "lan", default)));
        Assert.Equal(0, await ActAsync(actions => actions.AcceptLabelsAsync(_document.Id, null, "lan", default)));

        Assert.Equal(("7", "8"), ((await PageAsync(1)).Label, (await PageAsync(2)).Label));
        var audit = await AuditAsync();
        Assert.Equal(("lan", "page.label", (await PageAsync(2)).Id), (audit.Who, audit.Action, audit.SubjectId));
    }

    [Fact]
    public async Task RetryDocumentAsync_StartsThePackagingAgain()
    {
        _publish.Work = (_, _) => Task.FromResult<StepOutcome>(new StepOutcome.NeedsPerson(new Reason("batch-nothing", "x")));
        await _line.WorkAsync();

        Assert.Equal(1, await ActAsync(actions => actions.RetryDocumentAsync(_document.Id, "lan", default)));

        Assert.Equal(RunState.Due, (await RunsAsync()).Single(run => run.Step == "publish").State);
        Assert.Equal("document.retry", (await AuditAsync()).Action);
    }

    [Fact]
    public async Task PublishDocumentAsync_VerifiesReadPages_AndLetsReadersReachIt()
    {
        await _line.WorkAsync();
        await SetPagesAsync(PageState.Read, PageState.NoText);

        Assert.True(await ActAsync(actions => actions.PublishDocumentAsync(_document.Id, "mai", default)));

        var document = await DocumentAsync();
        Assert.Equal((_line.Now, "mai"), (document.PublishedAt, document.PublishedBy));
        Assert.Equal((PageState.Verified, PageState.NoText), ((await PageAsync(1)).State, (await PageAsync(2)).State));
        Assert.Equal(("mai", "document.publish", """{"verifiedPages":1,"pages":2,"missing":null}"""),
            ((await AuditAsync()).Who, (await AuditAsync()).Action, (await AuditAsync()).Detail));
        Assert.False(await ActAsync(actions => actions.PublishDocumentAsync(_document.Id, "mai", default)));
    }

    [Fact]
    public async Task PublishDocumentAsync_Refuses_WhenNothingIsPackaged()
    {
        Assert.False(await ActAsync(actions => actions.PublishDocumentAsync(_document.Id, "mai", default)));
        Assert.False(await ActAsync(actions => actions.PublishDocumentAsync(Guid.NewGuid(), "mai", default)));

        await using var db = _line.Open();
        Assert.Empty(await db.Audit.ToListAsync());
    }

    [Fact]
    public async Task WithdrawDocumentAsync_TakesItBack_AndRemembersWhatWas()
    {
        await _line.WorkAsync();
        Assert.False(await ActAsync(actions => actions.WithdrawDocumentAsync(_document.Id, "mai", default)));
        await ActAsync(actions => actions.PublishDocumentAsync(_document.Id, "mai", default));

        Assert.True(await ActAsync(actions => actions.WithdrawDocumentAsync(_document.Id, "lan", default)));

        var document = await DocumentAsync();
        Assert.Equal((null, null), (document.PublishedAt, document.PublishedBy));
        Assert.Equal(PublishPolicy.AfterVerification, document.PublishPolicy);
        Assert.NotNull(document.PackagedAt);
        await using var db = _line.Open();
        var audit = await db.Audit.SingleAsync(entry => entry.Action == "document.withdraw");
        Assert.Equal("lan", audit.Who);
        Assert.Contains("mai", audit.Detail);
    }

    private Task<T> ActAsync<T>(Func<PersonActions, Task<T>> act) => _line.ScopedAsync(act);

    private async Task<Document> DocumentAsync()
    {
        await using var db = _line.Open();
        return await db.Documents.AsNoTracking().SingleAsync();
    }

    private async Task<Page> PageAsync(int sequence)
    {
        await using var db = _line.Open();
        return await db.Pages.AsNoTracking().SingleAsync(page => page.Sequence == sequence);
    }

    private async Task<List<StepRun>> RunsAsync()
    {
        await using var db = _line.Open();
        return await db.Runs.AsNoTracking().ToListAsync();
    }

    private async Task<AuditEntry> AuditAsync()
    {
        await using var db = _line.Open();
        return await db.Audit.AsNoTracking().SingleAsync();
    }

    private async Task SetPagesAsync(params PageState[] states)
    {
        await using var db = _line.Open();
        foreach (var page in await db.Pages.ToListAsync())
        {
            page.State = states[page.Sequence - 1];
        }

        await db.SaveChangesAsync();
    }
}
