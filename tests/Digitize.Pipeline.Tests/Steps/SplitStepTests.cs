using System.Text.Json;
using System.Text.Json.Nodes;
using Digitize.Core.Rows;
using Digitize.Imaging.Deskew;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Steps;
using Digitize.Pipeline.Tests.Line;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Pipeline.Tests.Steps;

public sealed class SplitStepTests : IAsyncLifetime
{
    private readonly LineFixture _line = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _line.DisposeAsync();

    [Theory]
    [InlineData("left-to-right")]
    [InlineData("right-to-left")]
    public async Task Run_MakesTwoPagesInReadingOrder_OfASpread(string order)
    {
        // Bars have no right way up.
        await WorkAsync($"split: {{ order: {order}, orientation: keep }}", Scans.Spread(1), Scans.Png(), Scans.Spread(2));

        await using var db = _line.Open();
        var pages = await PagesAsync(db);
        Assert.Equal([1, 2, 3, 4, 5], pages.Select(page => page.Sequence));
        Assert.Equal([1, 2, 0, 1, 2], pages.Select(page => page.Part));
        Assert.Equal(3, pages.Select(page => page.FileId).Distinct().Count());
        Assert.Equal(order == "left-to-right", pages[0].Region!.Left < pages[1].Region!.Left);
        Assert.Null(pages[2].Region);
        Assert.All(await db.Runs.ToListAsync(), run => Assert.True(run.State == RunState.Done, $"{run.Step} {run.LastFault}"));
        Assert.NotNull((await db.Documents.SingleAsync()).PackagedAt);
    }

    [Fact]
    public async Task Run_SendsBothHalvesThroughEveryStep_AndTheirPointsLieOnTheirHalf()
    {
        await WorkAsync("split", Scans.Spread(1));

        await using var db = _line.Open();
        foreach (var page in await PagesAsync(db))
        {
            var runs = await db.Runs.Where(run => run.PageId == page.Id).OrderBy(run => run.EndedAt).ToListAsync();
            var once = runs.GroupBy(run => run.Step).Select(of => of.Last()).ToList();
            Assert.Equal(["deskew", "inspect", "metadata", "split", "tiles"], once.Select(run => run.Step).Order());
            var geometry = JsonDocument.Parse(once.Single(run => run.Step == "deskew").Figures!).RootElement
                .GetProperty(DeskewStep.Geometry).Deserialize<PageGeometry>(FiguresJson.Options)!;
            var (x, _) = geometry.ToMaster(geometry.AccessWidth / 2.0, geometry.AccessHeight / 2.0);
            Assert.InRange(x, page.Region!.Left, page.Region.Left + page.Region.Width);
            Assert.Equal((page.Width, page.Height), (geometry.AccessWidth, geometry.AccessHeight));
            Assert.Contains("is-part", once.Single(run => run.Step == "split").Figures);
        }
    }

    [Theory]
    [InlineData("split: { spreads: never }", "never")]
    [InlineData("split", "single-page")]
    public async Task Run_LeavesThePageWholeAndSaysWhy(string recipe, string why)
    {
        await WorkAsync(recipe, why == "never" ? Scans.Spread(1) : Scans.Png());

        await using var db = _line.Open();
        Assert.Equal(0, (await db.Pages.SingleAsync()).Part);
        Assert.Contains($"\"whyNot\":\"{why}\"", (await db.Runs.SingleAsync(run => run.Step == "split")).Figures);
    }

    [Fact]
    public async Task Run_AsksAPerson_WhenEveryImageShouldShowTwoPagesAndNoGutterIsFound()
    {
        await WorkAsync("split: { spreads: always }", Scans.Png());

        await using var db = _line.Open();
        var run = await db.Runs.SingleAsync(run => run.Step == "split");
        Assert.Equal((RunState.NeedsPerson, "split-no-gutter"), (run.State, run.Reason?.Code));
    }

    [Fact]
    public async Task Run_LeavesThePageWhole_WhenAPersonHasWorkedOnItsText()
    {
        var document = await BeginAsync("split", Scans.Spread(1));
        await using (var db = _line.Open())
        {
            var page = await db.Pages.SingleAsync();
            db.Revisions.Add(PersonsText(page.Id));
            await db.SaveChangesAsync();
        }

        await _line.ScopedAsync<ChainAdvance>(chain => chain.DocumentAsync(document.Id, default));
        await _line.WorkAsync();

        await using var after = _line.Open();
        Assert.Equal(0, (await after.Pages.SingleAsync()).Part);
        Assert.Contains("persons-text", (await after.Runs.SingleAsync(run => run.Step == "split")).Figures);
    }

    [Fact]
    public async Task Run_MakesNoSecondHalfTwice_WhenItIsKilledBeforeItsEndAndStartedAgain()
    {
        var document = await BeginAsync("split", Scans.Spread(1));
        await _line.ScopedAsync<ChainAdvance>(chain => chain.DocumentAsync(document.Id, default));
        var runner = _line.Services.GetRequiredService<StepRunner>();
        await runner.RunAsync(await DueAsync("inspect"), default);
        var split = await DueAsync("split");

        // A start that comes as far as its commit and dies there leaves nothing.
        await using (var db = _line.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var page = await db.Pages.SingleAsync();
            await FrameParts.RecordAsync(db, page, [new(0, 0, 10, 10, null), new(10, 0, 10, 10, null)], default);
            await db.SaveChangesAsync();
        }

        await runner.RunAsync(split, default);
        await runner.RunAsync(split, default);
        await _line.WorkAsync();

        await using var after = _line.Open();
        var pages = await PagesAsync(after);
        Assert.Equal([(1, 1), (2, 2)], pages.Select(page => (page.Sequence, page.Part)));
        after.Pages.Add(new Page { DocumentId = document.Id, FileId = pages[0].FileId, Frame = 0, Part = 2, Sequence = 3 });
        await Assert.ThrowsAsync<DbUpdateException>(() => after.SaveChangesAsync());
    }

    [Fact]
    public async Task Run_KeepsTheSequenceDense_WhenPagesOfADocumentAreSplitAtOnce()
    {
        var document = await BeginAsync("split", [.. Enumerable.Range(1, 4).Select(Scans.Spread)]);
        await _line.ScopedAsync<ChainAdvance>(chain => chain.DocumentAsync(document.Id, default));
        var runner = _line.Services.GetRequiredService<StepRunner>();
        foreach (var inspect in await AllDueAsync("inspect"))
        {
            await runner.RunAsync(inspect, default);
        }

        await Task.WhenAll((await AllDueAsync("split")).Select(run => Task.Run(() => runner.RunAsync(run, default))));
        await _line.WorkAsync();

        await using var db = _line.Open();
        var pages = await db.Pages.Include(page => page.File).OrderBy(page => page.Sequence).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 8), pages.Select(page => page.Sequence));
        Assert.Equal(pages.OrderBy(page => page.File!.Sequence).ThenBy(page => page.Part).Select(page => page.Id), pages.Select(page => page.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_TakesInspectsWordForTheWayUp_WhenItSawTheSamePixels(bool isSameSize)
    {
        var document = await BeginAsync("split", Scans.Png());
        await _line.ScopedAsync<ChainAdvance>(chain => chain.DocumentAsync(document.Id, default));
        await _line.Services.GetRequiredService<StepRunner>().RunAsync(await DueAsync("inspect"), default);
        await using (var db = _line.Open())
        {
            var inspect = await db.Runs.SingleAsync(run => run.Step == "inspect");
            var figures = JsonNode.Parse(inspect.Figures!)!;
            var told = figures["inspection"]!;
            (told["isBlank"], told["quarterTurnsClockwise"], told["orientationConfidence"]) = (false, 2, 0.875);
            told["width"] = (int)told["width"]! + (isSameSize ? 0 : 1);
            inspect.Figures = figures.ToJsonString();
            await db.SaveChangesAsync();
        }

        await _line.WorkAsync();

        await using var after = _line.Open();
        var runs = await after.Runs.Where(run => run.Step == "split" || run.Step == "deskew").ToListAsync();
        Assert.Equal(2, runs.Count);
        Assert.All(runs, run => Assert.Equal(isSameSize, run.Figures!.Contains("0.875")));
    }

    internal static Revision PersonsText(Guid pageId) => new()
    {
        PageId = pageId,
        Number = 1,
        AuthorKind = RevisionAuthor.Person,
        Author = "curator",
        TextBlob = "documents/x/text.json",
        PlainText = "chữ",
        FoldedText = "chu",
        Lines = 1,
    };

    private Task<Document> BeginAsync(string split, params byte[][] scans)
    {
        _line.WithRecipe("book", "inspect", split, "deskew", "tiles", "metadata", "publish: { formats: [mets, iiif] }");
        return _line.AddDocumentAsync("book", scans);
    }

    private async Task WorkAsync(string split, params byte[][] scans)
    {
        var document = await BeginAsync(split, scans);
        await _line.ScopedAsync<ChainAdvance>(chain => chain.DocumentAsync(document.Id, default));
        await _line.WorkAsync();
    }

    private static Task<List<Page>> PagesAsync(DigitizeDb db) => db.Pages.OrderBy(page => page.Sequence).ToListAsync();

    private async Task<Guid> DueAsync(string step) => Assert.Single(await AllDueAsync(step));

    private async Task<List<Guid>> AllDueAsync(string step)
    {
        await using var db = _line.Open();
        return await db.Runs.Where(run => run.Step == step && run.State == RunState.Due).Select(run => run.Id).ToListAsync();
    }
}
