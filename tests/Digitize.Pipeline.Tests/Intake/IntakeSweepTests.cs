using Digitize.Core.Rows;
using Digitize.Pipeline.Steps;
using Digitize.Pipeline.Tests.Line;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Tests.Intake;

public sealed class IntakeSweepTests : IntakeLine
{
    [Fact]
    public async Task SweepAsync_GivesEveryFileARow_BeforeItHasSettled()
    {
        Line.Drop("quoc-ngu-print/A/1.png", Scans.Png());
        Line.Drop("quoc-ngu-print/A/batch.yaml", "title: A\n");

        await Line.SweepAsync();
        await Line.SweepAsync();

        var batch = await BatchAsync();
        Assert.Equal(("quoc-ngu-print/A", BatchState.Arriving), (batch.Folder, batch.State));
        Assert.NotNull(batch.TraceParent);
        Assert.Equal([("1.png", FileState.Seen), ("batch.yaml", FileState.Description)], batch.Files.Select(file => (file.RelativePath, file.State)).Order());
        Assert.Empty(Line.TakeJobs(Queues.Intake));
    }

    [Fact]
    public async Task SweepAsync_HandsABatchOverOnce_WhenItHasSettled()
    {
        Line.Drop("quoc-ngu-print/A/1.png", Scans.Png());
        await Line.SweepAsync();
        Line.Clock.Advance(TimeSpan.FromSeconds(20));

        await Line.SweepAsync();
        await Line.SweepAsync();

        Assert.Equal([(await BatchAsync()).Id], Line.TakeJobs(Queues.Intake));
    }

    [Fact]
    public async Task SweepAsync_HandsABatchOverAgain_WhenItsJobWasLost()
    {
        Line.Drop("quoc-ngu-print/A/1.png", Scans.Png());
        await Line.SweepAsync();
        Line.Clock.Advance(TimeSpan.FromSeconds(20));
        await Line.SweepAsync();
        Line.TakeJobs(Queues.Intake);

        Line.Clock.Advance(TimeSpan.FromSeconds(60));
        await Line.SweepAsync();

        Assert.Single(Line.TakeJobs(Queues.Intake));
    }

    [Fact]
    public async Task SweepAsync_DoesNotWait_WhenTheBatchIsMarkedReady()
    {
        Line.Drop("quoc-ngu-print/A/1.png", Scans.Png());
        Line.Drop("quoc-ngu-print/A/_READY", "");

        await Line.SweepAsync();
        await Line.SweepAsync();

        Assert.Single(Line.TakeJobs(Queues.Intake));
    }

    [Fact]
    public async Task SweepAsync_WaitsForTheUnfinishedCopy()
    {
        Line.Drop("quoc-ngu-print/A/1.png", Scans.Png());
        var copy = Line.Drop("quoc-ngu-print/A/2.png.part", Scans.Png(2));
        await IntakeAsync();
        Assert.Equal(FileState.Seen, (await FileAsync("1.png")).State);

        File.Move(copy, Path.ChangeExtension(copy, null));
        await IntakeAsync();

        var batch = await BatchAsync();
        Assert.Equal(["1.png", "2.png"], PagesOf(batch, Assert.Single(batch.Documents)));
    }

    [Fact]
    public async Task SweepAsync_TellsOfABatchThatHoldsNothingButAnUnfinishedCopy()
    {
        var copy = Line.Drop("quoc-ngu-print/A/1.png.part", Scans.Png());
        await IntakeAsync();
        var note = await BatchAsync();
        Assert.Equal((BatchState.Held, "batch-unfinished"), (note.State, note.Reason!.Code));

        File.Move(copy, Path.ChangeExtension(copy, null));
        await IntakeAsync();

        var batch = await BatchAsync();
        Assert.Equal((BatchState.Taken, null), (batch.State, batch.Reason));
        Assert.Equal(FileState.Taken, Assert.Single(batch.Files).State);
    }

    [Fact]
    public async Task SweepAsync_TellsOfAFolderNamedLikeACopyUnderWay_UntilItIsRenamed()
    {
        var copy = Path.GetDirectoryName(Line.Drop("quoc-ngu-print/A.partial/1.png", Scans.Png()))!;
        await IntakeAsync();
        var note = await BatchAsync("A.partial");
        Assert.Equal((BatchState.Held, "folder-under-copy"), (note.State, note.Reason!.Code));
        Assert.Empty(note.Files);

        Directory.Move(copy, Path.ChangeExtension(copy, null));
        await IntakeAsync();

        var batch = await BatchAsync();
        Assert.Equal(("quoc-ngu-print/A", BatchState.Taken), (batch.Folder, batch.State));
    }

    [Fact]
    public async Task SweepAsync_TakesTheSameFolderAsANewBatch_WhenTheFirstIsThrough()
    {
        Line.Drop("quoc-ngu-print/A/1.png", Scans.Png(1));
        await IntakeAsync();
        Line.Drop("quoc-ngu-print/A/1.png", Scans.Png(2));
        await IntakeAsync();

        await using var db = Line.Open();
        Assert.Equal([BatchState.Taken, BatchState.Taken], await db.Batches.Select(batch => batch.State).ToListAsync());
        Assert.Equal(2, await db.Pages.CountAsync());
        Assert.True(IsDone("quoc-ngu-print/A/1.png") && IsDone("quoc-ngu-print/A/1.2.png"));
    }

    [Fact]
    public async Task SweepAsync_GivesVanishedFilesAnEnd_WhenTheWholeBatchIsTakenAway()
    {
        Line.Drop("quoc-ngu-print/A/1.png", Scans.Png());
        await Line.SweepAsync();
        Directory.Delete(Path.Combine(Line.Incoming, "quoc-ngu-print/A"), recursive: true);

        await IntakeAsync();
        await IntakeAsync();

        Assert.Equal((FileState.Rejected, "file-gone"), ((await FileAsync("1.png")).State, (await FileAsync("1.png")).Reason?.Code));
        Assert.Equal(BatchState.Taken, (await BatchAsync()).State);
        await Line.SweepAsync();
        Assert.Empty(Line.TakeJobs(Queues.Intake));
    }

    [Fact]
    public async Task SweepAsync_MakesNoJobs_WhenAHeldBatchLosesItsFolder()
    {
        Line.Drop("quoc-ngu-print/A/1.png", Scans.Png());
        Line.Drop("quoc-ngu-print/A/batch.yaml", "expectedPages: 2\n");
        await IntakeAsync();
        Directory.Delete(Path.Combine(Line.Incoming, "quoc-ngu-print/A"), recursive: true);

        await IntakeAsync();
        await Line.SweepAsync();

        Assert.Empty(Line.TakeJobs(Queues.Intake));
        Assert.Equal((BatchState.Held, "batch-count"), ((await BatchAsync()).State, (await BatchAsync()).Reason?.Code));
    }

    [Fact]
    public async Task SweepAsync_TellsThatTheWatchFolderIsAway_AndTakesNoFileForGone()
    {
        Line.Drop("quoc-ngu-print/A/1.png", Scans.Png());
        await Line.SweepAsync();
        Directory.Move(Line.Incoming, Line.Folder["away"]);
        await IntakeAsync();
        var told = await BatchAsync("incoming");
        var file = await FileAsync("1.png");

        Directory.Move(Line.Folder["away"], Line.Incoming);
        await IntakeAsync();

        Assert.Equal((BatchState.Held, "folder-unreadable"), (told.State, told.Reason?.Code));
        Assert.Equal(FileState.Seen, file.State);
        Assert.Equal(BatchState.Taken, (await BatchAsync()).State);
        await using var db = Line.Open();
        Assert.Equal(1, await db.Batches.CountAsync());
    }

    [Fact]
    public async Task SweepAsync_TakesFilesLyingLoose()
    {
        Line.Drop("loose.png", Scans.Png());

        await IntakeAsync();

        var batch = await BatchAsync("incoming");
        Assert.Equal((BatchState.Taken, "", 1), (batch.State, batch.Folder, Assert.Single(batch.Documents).Pages.Count));
        Assert.True(IsDone("loose.png"));
        Assert.True(Directory.Exists(Line.Incoming));
    }

    [Fact]
    public async Task SweepAsync_LeavesNothingUnseen_OfAFolderOfHostileNames()
    {
        string[] names = ["$(rm -rf).png", "'; DROP TABLE.png", "%s%n.png", "CON.png", "..png", "a b\tc.png", "𪜀\u202E.png", "-rf.png"];
        foreach (var (name, number) in names.Select((name, number) => (name, number)))
        {
            Line.Drop($"quoc-ngu-print/A/x{name}", Scans.Png(number + 1));
        }

        await IntakeAsync();

        var batch = await BatchAsync();
        Assert.Equal(names.Length, batch.Files.Count);
        Assert.All(batch.Files, file => Assert.True(file is { State: FileState.Taken or FileState.Rejected, Moved: true }));
        Assert.False(IsDropped("quoc-ngu-print/A"));
    }
}
