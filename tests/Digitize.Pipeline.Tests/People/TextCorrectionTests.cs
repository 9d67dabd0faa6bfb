using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Core.Text;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.People;
using Digitize.Pipeline.Steps;
using Digitize.Pipeline.Tests.Line;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Tests.People;

public sealed class TextCorrectionTests : IAsyncLifetime
{
    private readonly FakeStep _work = new("work");
    private readonly FakeStep _publish = new("publish") { Subject = StepSubject.Document };
    private readonly LineFixture _line;
    private Document _document = null!;
    private Revision _read = null!;

    public TextCorrectionTests() => _line = new LineFixture(_work, _publish).WithRecipe("r", "work", "publish");

    private Guid PageId => _document.Pages[0].Id;

    public async Task InitializeAsync()
    {
        _publish.Work = (context, _) =>
        {
            context.Document.PackagedAt = context.Now;
            return Task.FromResult<StepOutcome>(new StepOutcome.Done());
        };
        _document = await _line.AddDocumentAsync("r", pages: 1);
        await _line.ScopedAsync<ChainAdvance>(chain => chain.DocumentAsync(_document.Id, default));
        await _line.WorkAsync();
        _read = await AddReadingAsync(0, "trăm năm trong cỏi", "chữ tài chữ mệnh");
    }

    public async Task DisposeAsync() => await _line.DisposeAsync();

    [Fact]
    public async Task Change_IsKept_AndThePageIsInCorrection()
    {
        Assert.Equal(new LineAnswer.Saved(1), await ChangeAsync("lan", 1, 0, "trăm năm trong cõi"));

        var text = (await OpenAsync())!;
        Assert.Equal(("trăm năm trong cõi", "chữ tài chữ mệnh"), (text.Of(1), text.Of(2)));
        var kept = text.Changes[1];
        Assert.Equal(("trăm năm trong cỏi", "lan", _line.Now), (kept.Before, kept.Who, kept.At));
        Assert.Equal(PageState.InCorrection, (await PageAsync()).State);
        Assert.Equal(1, await CountAsync(db => db.Revisions));
    }

    [Fact]
    public async Task Change_SentTwice_IsKeptOnce()
    {
        var command = new LineCommand(Guid.NewGuid(), _read.Id, 1, 0, "một");

        Assert.Equal(new LineAnswer.Saved(1), await ChangeAsync("lan", command));
        Assert.Equal(new LineAnswer.Saved(1), await ChangeAsync("lan", command));

        Assert.Equal(1, await CountAsync(db => db.LineChanges));
    }

    [Fact]
    public async Task Change_OfALineThatSomeoneElseChanged_IsAConflict_AndKeepsTheirs()
    {
        await ChangeAsync("lan", 1, 0, "của Lan");

        var answer = Assert.IsType<LineAnswer.Conflict>(await ChangeAsync("minh", 1, 0, "của Minh"));

        Assert.Equal((1, "của Lan", "lan", _read.Id), (answer.Number, answer.Text, answer.Who, answer.RevisionId));
        Assert.Equal("của Lan", (await OpenAsync())!.Of(1));
        Assert.Equal(new LineAnswer.Saved(2), await ChangeAsync("minh", 1, answer.Number, "của cả hai"));
        Assert.Equal(2, await CountAsync(db => db.LineChanges));
    }

    [Fact]
    public async Task Change_ToWhatTheLineSaysAlready_IsNoConflict()
    {
        await ChangeAsync("lan", 1, 0, "như nhau");

        Assert.Equal(new LineAnswer.Saved(1), await ChangeAsync("minh", 1, 0, "như nhau"));
        Assert.Equal(1, await CountAsync(db => db.LineChanges));
    }

    [Fact]
    public async Task Change_ByManyAtOnce_IsKeptOnce_AndTheOthersAreTold()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => ChangeAsync($"p{i}", 2, 0, $"người {i}")));

        Assert.Single(answers.OfType<LineAnswer.Saved>());
        Assert.Equal(7, answers.OfType<LineAnswer.Conflict>().Count());
        Assert.Equal(1, await CountAsync(db => db.LineChanges));
    }

    [Theory]
    [InlineData(0, "x")]
    [InlineData(3, "x")]
    [InlineData(1, "a\nb")]
    [InlineData(1, "a\u2028b")]
    public async Task Change_IsRefused_WhenItCannotBeALine(int line, string text)
    {
        Assert.IsType<LineAnswer.Refused>(await ChangeAsync("lan", line, 0, text));
        Assert.Equal(0, await CountAsync(db => db.LineChanges));
    }

    [Fact]
    public async Task Change_IsRefused_WhenItIsTooLong() =>
        Assert.IsType<LineAnswer.Refused>(await ChangeAsync("lan", 1, 0, new string('a', TextCorrection.LongestLine + 1)));

    [Fact]
    public async Task Finish_MakesARevision_AndPackagesTheDocumentAgain()
    {
        await ChangeAsync("lan", 1, 0, "trăm năm trong cõi");
        var packaged = (await RunsAsync("publish")).Count;

        Assert.True(await FinishAsync(_read.Id, "lan"));
        await _line.WorkAsync();

        var revisions = await ReadAsync(db => db.Revisions.OrderBy(r => r.Number).ToListAsync());
        Assert.Equal(["trăm năm trong cỏi\nchữ tài chữ mệnh", "trăm năm trong cõi\nchữ tài chữ mệnh"], revisions.Select(r => r.PlainText));
        Assert.Equal((1, RevisionAuthor.Person, "lan"), (revisions[1].Number, revisions[1].AuthorKind, revisions[1].Author));
        Assert.Equal(PageState.Corrected, (await PageAsync()).State);
        Assert.Equal(packaged + 1, (await RunsAsync("publish")).Count);
        var text = (await OpenAsync())!;
        Assert.Equal((revisions[1].Id, 0), (text.Revision.Id, text.Changes.Count));
    }

    [Fact]
    public async Task Finish_LeavesOutALineThatAPersonEmptied()
    {
        await ChangeAsync("lan", 2, 0, "");

        Assert.True(await FinishAsync(_read.Id, "lan"));

        Assert.Equal(["trăm năm trong cỏi"], (await OpenAsync())!.Lines.Select(line => line.Text));
    }

    [Fact]
    public async Task Finish_IsRefused_WhenAnotherFinishedBefore()
    {
        await ChangeAsync("lan", 1, 0, "một");
        await FinishAsync(_read.Id, "lan");

        Assert.False(await FinishAsync(_read.Id, "minh"));
        var moved = Assert.IsType<LineAnswer.Conflict>(await ChangeAsync("minh", 1, 1, "hai"));
        Assert.Equal((0, "một", "lan"), (moved.Number, moved.Text, moved.Who));
        Assert.NotEqual(_read.Id, moved.RevisionId);
    }

    [Fact]
    public async Task Change_WhileAnotherFinishes_IsKeptInWhatStands_OrAConflict()
    {
        for (var turn = 0; turn < 10; turn++)
        {
            var seen = (await OpenAsync())!;
            var command = new LineCommand(Guid.NewGuid(), seen.Revision.Id, 1, 0, $"lần {turn}");
            await ChangeAsync("minh", new LineCommand(Guid.NewGuid(), seen.Revision.Id, 2, 0, $"dòng hai {turn}"));

            var finished = FinishAsync(seen.Revision.Id, "minh");
            var changed = ChangeAsync("lan", command);
            await Task.WhenAll(finished, changed);

            Assert.True(await finished);
            Assert.Equal(await changed is LineAnswer.Saved, (await OpenAsync())!.Of(1) == command.Text);
        }
    }

    [Fact]
    public async Task LaterReading_WaitsBesideWhatAPersonHasBegun()
    {
        await ChangeAsync("lan", 1, 0, "của Lan");
        await AddReadingAsync(1, "máy đọc lại", "lần nữa");

        Assert.Equal("của Lan", (await OpenAsync())!.Of(1));

        await FinishAsync(_read.Id, "lan");
        await AddReadingAsync(3, "máy đọc lại", "lần nữa");
        Assert.Equal("của Lan", (await OpenAsync())!.Of(1));
    }

    private async Task<Revision> AddReadingAsync(int number, params string[] lines)
    {
        var text = new TextPage(100, 100, [new TextRegion("r", RegionKind.Body, new Box(0, 0, 90, 90), WritingMode.HorizontalTb,
        [
            .. lines.Select((line, row) => new TextLine(
                $"l{row}", new Box(0, row * 20, 90, 20), [], "vi", WritingMode.HorizontalTb,
                [.. line.Split(' ').Select((word, i) => new Word(word, new Box(i * 20, row * 20, 18, 20), 0.8, []))])),
        ])], null);
        using var json = new MemoryStream();
        await TextPageJson.WriteAsync(text, json, default);
        json.Position = 0;
        var blob = await _line.Blobs.WriteAsync(hash => $"documents/{_document.Id:N}/pages/{PageId:N}/text.{hash[..12]}.json", json, "application/json", default);
        var revision = new Revision
        {
            PageId = PageId, Number = number, AuthorKind = RevisionAuthor.Machine, Author = "tesseract", TextBlob = blob.Name,
            PlainText = text.PlainText, FoldedText = SearchFolding.Fold(text.PlainText), Lines = lines.Length, CreatedAt = _line.Now,
        };
        await using var db = _line.Open();
        db.Revisions.Add(revision);
        await db.SaveChangesAsync();
        return revision;
    }

    private Task<LineAnswer> ChangeAsync(string who, int line, int seen, string text) =>
        ChangeAsync(who, new LineCommand(Guid.NewGuid(), _read.Id, line, seen, text));

    private Task<LineAnswer> ChangeAsync(string who, LineCommand command) =>
        _line.ScopedAsync<TextCorrection, LineAnswer>(correction => correction.ChangeAsync(PageId, command, who, default));

    private Task<bool> FinishAsync(Guid revisionId, string who) =>
        _line.ScopedAsync<TextCorrection, bool>(correction => correction.FinishAsync(PageId, revisionId, who, default));

    private Task<CorrectedText?> OpenAsync() =>
        _line.ScopedAsync<TextCorrection, CorrectedText?>(correction => correction.OpenAsync(PageId, default));

    private Task<Page> PageAsync() => ReadAsync(db => db.Pages.SingleAsync(page => page.Id == PageId));

    private Task<List<StepRun>> RunsAsync(string step) => ReadAsync(db => db.Runs.Where(run => run.Step == step).ToListAsync());

    private Task<int> CountAsync<T>(Func<Storage.Rows.DigitizeDb, IQueryable<T>> of) => ReadAsync(db => of(db).CountAsync());

    private async Task<T> ReadAsync<T>(Func<Storage.Rows.DigitizeDb, Task<T>> read)
    {
        await using var db = _line.Open();
        return await read(db);
    }
}
