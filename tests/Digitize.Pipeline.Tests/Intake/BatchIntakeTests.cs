using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Pipeline.People;
using Digitize.Pipeline.Tests.Line;
using Digitize.Storage.Blobs;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Tests.Intake;

/// <summary>What becomes of a batch: its description, its recipe, its count, its documents.</summary>
public sealed class BatchIntakeTests : IntakeLine
{
    [Fact]
    public async Task TakeAsync_MakesMastersByteForByte_AndPagesInNaturalOrder()
    {
        var scans = Enumerable.Range(1, 3).ToDictionary(number => $"p{number * 4}.png", Scans.Png);
        foreach (var (name, scan) in scans)
        {
            Line.Drop($"quoc-ngu-print/A/{name}", scan);
        }

        await IntakeAsync();

        var batch = await BatchAsync();
        Assert.Equal((BatchState.Taken, null, null), (batch.State, batch.Reason, batch.LeaseId));
        var document = Assert.Single(batch.Documents);
        Assert.Equal(["p4.png", "p8.png", "p12.png"], PagesOf(batch, document));
        Assert.Equal([1, 2, 3], document.Pages.Select(page => page.Sequence).Order());
        Assert.Equal(3, StepJobs().Count);
        foreach (var file in batch.Files)
        {
            Assert.Equal((FileState.Taken, true, 1, "image/png"), (file.State, file.Moved, file.Frames, file.MediaType));
            await using var master = await Line.Blobs.OpenReadAsync(file.MasterBlob!, default);
            Assert.Equal(file.Sha256, await BlobHash.OfAsync(master, default));
            Assert.Equal(scans[file.RelativePath], File.ReadAllBytes(Path.Combine(Line.Folder["done"], "quoc-ngu-print/A", file.RelativePath)));
        }

        Assert.False(IsDropped("quoc-ngu-print/A"));
        Assert.True(IsDropped("quoc-ngu-print"));
    }

    [Fact]
    public async Task TakeAsync_PutsTheDescriptionOnTheDocument()
    {
        Line.Drop("quoc-ngu-print/A/1.png", Scans.Png());
        Line.Drop("quoc-ngu-print/A/batch.yaml", """
            shelfmark: VNv.128
            title: Lục Vân Tiên
            collection: Sách quốc ngữ
            creator: Nguyễn Đình Chiểu
            language: vi
            order: right-to-left
            publish: on-completion
            expectedPages: 1
            """);

        await IntakeAsync();

        var document = Assert.Single((await BatchAsync()).Documents);
        Assert.Equal(("VNv.128", "Lục Vân Tiên", "Sách quốc ngữ"), (document.Shelfmark, document.Title, document.Collection));
        Assert.Equal(("Nguyễn Đình Chiểu", "vi", 1), (document.Creator, document.Language, document.ExpectedPages));
        Assert.Equal((ReadingDirection.RightToLeft, PublishPolicy.OnCompletion), (document.Direction, document.PublishPolicy));
        Assert.True(IsDone("quoc-ngu-print/A/batch.yaml"));
    }

    [Fact]
    public async Task TakeAsync_TakesABatchThatSaysNothing()
    {
        Line.Drop("Kho Hán-Nôm/LVT 1874/1.png", Scans.Png());

        await IntakeAsync();

        var document = Assert.Single((await BatchAsync("LVT 1874")).Documents);
        Assert.Equal(("LVT 1874", "LVT 1874", "Kho Hán-Nôm"), (document.Shelfmark, document.Title, document.Collection));
        Assert.Equal((null, null, PublishPolicy.AfterVerification), (document.Creator, document.Rights, document.PublishPolicy));
    }

    [Theory]
    [InlineData("french/A", "", "french")]
    [InlineData("french/A", "recipe: quoc-ngu-print\n", "quoc-ngu-print")]
    [InlineData("collection/A", "", "quoc-ngu-print")]
    [InlineData("A", "recipe: french\n", "french")]
    public async Task TakeAsync_ChoosesTheRecipe(string folder, string yaml, string recipe)
    {
        Line.Drop($"{folder}/1.png", Scans.Png());
        if (yaml.Length > 0)
        {
            Line.Drop($"{folder}/batch.yaml", yaml);
        }

        await IntakeAsync();

        var batch = await BatchAsync();
        Assert.Equal((recipe, recipe), (batch.RecipeName, Assert.Single(batch.Documents).RecipeName));
    }

    [Theory]
    [InlineData("quoc-ngu-print/A", "recipe: nowhere\n", "batch-recipe")]
    [InlineData("quoc-ngu-print/A", "recipe: broken\n", "batch-recipe-broken")]
    [InlineData("broken/A", "title: x\n", "batch-recipe-broken")]
    public async Task TakeAsync_HoldsTheBatch_WhenItsRecipeCannotBeHad(string folder, string yaml, string code)
    {
        Line.Drop($"{folder}/1.png", Scans.Png());
        Line.Drop($"{folder}/batch.yaml", yaml);

        await IntakeAsync();

        Assert.Equal((BatchState.Held, code), ((await BatchAsync()).State, (await BatchAsync()).Reason?.Code));
        Assert.True(IsDropped($"{folder}/1.png"));
    }

    [Fact]
    public async Task TakeAsync_HoldsTheBatch_WhenItsDescriptionIsBroken_AndGoesOnWhenItIsMended()
    {
        Line.Drop("quoc-ngu-print/A/1.png", Scans.Png());
        Line.Drop("quoc-ngu-print/A/batch.yaml", "title: A\nexpectedPages: many\n");
        await IntakeAsync();
        var held = await BatchAsync();

        Line.Drop("quoc-ngu-print/A/batch.yaml", "title: Đã sửa\n");
        await IntakeAsync();

        Assert.Equal((BatchState.Held, "batch-description", "batch.yaml"), (held.State, held.Reason?.Code, held.Reason?.Facts[0]));
        Assert.Contains("line 2: “expectedPages: many” is not allowed", held.Reason!.Text(ReasonTexts.English));
        Assert.Contains("dòng 2: «expectedPages: many» không được phép", held.Reason.Text(ReasonTexts.Vietnamese));
        var batch = await BatchAsync();
        Assert.Equal((BatchState.Taken, null, "Đã sửa"), (batch.State, batch.Reason, Assert.Single(batch.Documents).Title));
    }

    [Fact]
    public async Task TakeAsync_HoldsTheBatch_WhenPagesAreMissing_AndLateOnesComeInTheirPlace()
    {
        DropWithCount(3, 1, 3);
        await IntakeAsync();
        var held = await BatchAsync();

        Line.Drop("quoc-ngu-print/A/p2.png", Scans.Png(2));
        await IntakeAsync();

        Assert.Equal((BatchState.Held, new Reason("batch-count", "A", "3", "2")), (held.State, held.Reason));
        Assert.Empty(Assert.Single(held.Documents).Pages);
        var batch = await BatchAsync();
        var document = Assert.Single(batch.Documents);
        Assert.Equal((BatchState.Taken, null), (batch.State, batch.Reason));
        Assert.Equal(["p1.png", "p2.png", "p3.png"], PagesOf(batch, document));
        Assert.Equal(("French title", "french"), (document.Title, document.RecipeName));
        Assert.True(IsDone("quoc-ngu-print/A/batch.yaml"));
        Assert.False(IsDropped("quoc-ngu-print/A"));
    }

    [Fact]
    public async Task TakeAsync_OpensTheGate_WhenThePromiseIsCorrected()
    {
        DropWithCount(3, 1, 2);
        await IntakeAsync();

        Line.Drop("quoc-ngu-print/A/batch.yaml", "recipe: french\ntitle: French title\nexpectedPages: 2\n");
        await IntakeAsync();

        Assert.Equal(BatchState.Taken, (await BatchAsync()).State);
        Assert.Equal(2, StepJobs().Count);
    }

    [Fact]
    public async Task TakeAsync_HoldsTheBatch_WhenThereAreMorePagesThanPromised()
    {
        DropWithCount(1, 1, 2);

        await IntakeAsync();

        Assert.Equal(new Reason("batch-count", "A", "1", "2"), (await BatchAsync()).Reason);
    }

    [Fact]
    public async Task TakeAsync_CountsFrames_NotFiles()
    {
        Line.Drop("quoc-ngu-print/A/all.tif", Scans.Tiff(frames: 3));
        Line.Drop("quoc-ngu-print/A/batch.yaml", "expectedPages: 3\n");

        await IntakeAsync();

        var document = Assert.Single((await BatchAsync()).Documents);
        Assert.Equal([(1, 0), (2, 1), (3, 2)], document.Pages.Select(page => (page.Sequence, page.Frame)).Order());
    }

    [Fact]
    public async Task TakeAsync_GoesOnByItself_WhenTheDiskHasRoomAgain()
    {
        Line.Drop("quoc-ngu-print/A/1.png", Scans.Png());
        Line.Blobs.Free = 1000;
        await IntakeAsync();
        var held = await BatchAsync();

        Line.Blobs.Free = null;
        await IntakeAsync();

        Assert.Equal((BatchState.Held, "disk-full"), (held.State, held.Reason?.Code));
        Assert.Equal((BatchState.Taken, null), ((await BatchAsync()).State, (await BatchAsync()).Reason));
    }

    [Fact]
    public async Task TakeAsync_Stops_WhenTheDiskFillsUpOnTheWay()
    {
        Line.Drop("quoc-ngu-print/A/1.png", Scans.Png(1));
        Line.Drop("quoc-ngu-print/A/2.png", Scans.Png(2));
        var writes = 0;
        Line.Blobs.BeforeWrite = () =>
        {
            if (++writes == 2)
            {
                Line.Blobs.Free = 10;
                throw new IOException("No space left on device");
            }
        };
        await IntakeAsync();
        var held = await BatchAsync();

        Line.Blobs.Free = null;
        await IntakeAsync();

        Assert.Equal((BatchState.Held, "disk-full"), (held.State, held.Reason?.Code));
        Assert.Equal([FileState.Taken, FileState.Seen], held.Files.OrderBy(file => file.Sequence).Select(file => file.State));
        Assert.Equal(2, Assert.Single((await BatchAsync()).Documents).Pages.Count);
    }

    [Fact]
    public async Task TakeAsync_SaysSo_WhenNothingCouldBeTaken()
    {
        Line.Drop("quoc-ngu-print/A/notes.txt", "not a scan");

        await IntakeAsync();

        var batch = await BatchAsync();
        Assert.Equal((BatchState.Taken, new Reason("batch-nothing", "A")), (batch.State, batch.Reason));
        Assert.Empty(StepJobs());
    }

    [Fact]
    public async Task TakeAsync_DoesNothing_WhileAnotherHoldsTheBatch()
    {
        Line.Drop("quoc-ngu-print/A/1.png", Scans.Png());
        await Line.SweepAsync();
        await using (var db = Line.Open())
        {
            await db.Batches.ExecuteUpdateAsync(batch => batch
                .SetProperty(b => b.LeaseId, Guid.NewGuid()).SetProperty(b => b.LeaseUntil, Line.Now.AddSeconds(30)));
        }

        var id = (await BatchAsync()).Id;
        await Line.ScopedAsync<Digitize.Pipeline.Intake.BatchIntake>(intake => intake.TakeAsync(id, default));

        Assert.Equal(FileState.Seen, (await FileAsync("1.png")).State);
    }

    [Fact]
    public async Task ReleaseBatchAsync_LetsTheBatchGoOnWithThePagesThatAreThere()
    {
        DropWithCount(3, 1, 2);
        await IntakeAsync();
        var id = (await BatchAsync()).Id;

        Assert.True(await Line.ScopedAsync<PersonActions, bool>(actions => actions.ReleaseBatchAsync(id, "lan", default)));

        var batch = await BatchAsync();
        Assert.Equal((BatchState.Taken, null, 2), (batch.State, batch.Reason, Assert.Single(batch.Documents).Pages.Count));
        Assert.Equal(2, StepJobs().Count);
        await using var db = Line.Open();
        var audit = await db.Audit.SingleAsync();
        Assert.Equal(("lan", "batch.release", id, """{"expected":"3","received":"2"}"""), (audit.Who, audit.Action, audit.SubjectId, audit.Detail));
        Assert.False(await Line.ScopedAsync<PersonActions, bool>(actions => actions.ReleaseBatchAsync(id, "lan", default)));
        await IntakeAsync();
        Assert.Equal(1, await db.Batches.CountAsync());
        Assert.False(IsDropped("quoc-ngu-print/A"));
    }

    [Fact]
    public async Task ReleaseBatchAsync_Refuses_WhenTheBatchWaitsForSomethingElse()
    {
        Line.Drop("quoc-ngu-print/A/1.png", Scans.Png());
        Line.Drop("quoc-ngu-print/A/batch.yaml", "tile: x\n");
        await IntakeAsync();
        var id = (await BatchAsync()).Id;

        Assert.False(await Line.ScopedAsync<PersonActions, bool>(actions => actions.ReleaseBatchAsync(id, "lan", default)));

        Assert.Equal(BatchState.Held, (await BatchAsync()).State);
    }

    private void DropWithCount(int expected, params int[] numbers)
    {
        foreach (var number in numbers)
        {
            Line.Drop($"quoc-ngu-print/A/p{number}.png", Scans.Png(number));
        }

        Line.Drop("quoc-ngu-print/A/batch.yaml", $"recipe: french\ntitle: French title\nshelfmark: F.1\nexpectedPages: {expected}\n");
    }
}
