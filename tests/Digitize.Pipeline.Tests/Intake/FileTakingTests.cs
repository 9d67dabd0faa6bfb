using System.Text;
using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Pipeline.Tests.Line;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Tests.Intake;

/// <summary>What becomes of each file: every one ends with a row, a state and, if it was not taken, a reason.</summary>
public sealed class FileTakingTests : IntakeLine
{
    private const string A = "quoc-ngu-print/A";

    public static TheoryData<string, byte[], string> Bad => new()
    {
        { "empty.tif", [], "file-empty" },
        { "notes.tif", "not a scan"u8.ToArray(), "file-unsupported" },
        { "movie.png", [0, 0, 0, 24, .. "ftypmp42"u8], "file-unsupported" },
        { "broken.png", Scans.BrokenHeader(), "image-broken" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task TakeAsync_RefusesWhatIsNoScan_AndSaysWhy(string name, byte[] content, string code)
    {
        Line.Drop($"{A}/{name}", content);
        Line.Drop($"{A}/good.png", Scans.Png());

        await IntakeAsync();

        var file = await FileAsync(name);
        Assert.Equal((FileState.Rejected, code, true, null), (file.State, file.Reason?.Code, file.Moved, file.MasterBlob));
        Assert.Equal(content, File.ReadAllBytes(Path.Combine(Line.Folder["rejected"], A, name)));
        Assert.Equal(
            $"{file.Reason!.Text(ReasonTexts.Vietnamese)}\n\n{file.Reason.Text(ReasonTexts.English)}\n", ReasonBeside($"{A}/{name}"));
        var batch = await BatchAsync();
        Assert.Equal(BatchState.Taken, batch.State);
        Assert.Equal(["good.png"], PagesOf(batch, Assert.Single(batch.Documents)));
    }

    [Fact]
    public async Task TakeAsync_KeepsTheMaster_WhenOnlyItsPixelsAreBroken()
    {
        Line.Drop($"{A}/1.png", Scans.Truncated());

        await IntakeAsync();

        Assert.Equal(FileState.Taken, (await FileAsync("1.png")).State);
    }

    [Fact]
    public async Task TakeAsync_GoesByContent_NotByName()
    {
        Line.Drop($"{A}/scan.png", Scans.Jpeg());

        await IntakeAsync();

        Assert.Equal("image/jpeg", (await FileAsync("scan.png")).MediaType);
    }

    [Fact]
    public async Task TakeAsync_TakesTheSameBytesOnce_AndTellsWhereTheyAre()
    {
        Line.Drop($"{A}/1.png", Scans.Png());
        Line.Drop($"{A}/2.png", Scans.Png());
        await IntakeAsync();
        Line.Drop("quoc-ngu-print/B/again.png", Scans.Png());
        await IntakeAsync();

        var second = await FileAsync("2.png");
        var again = await FileAsync("again.png");
        Assert.Equal((FileState.Duplicate, new Reason("file-duplicate", "2.png", "1.png", "A")), (second.State, second.Reason));
        Assert.Equal((FileState.Duplicate, new Reason("file-duplicate", "again.png", "1.png", "A")), (again.State, again.Reason));
        Assert.True(IsRejected($"{A}/2.png"));
        Assert.Contains("giống từng byte", ReasonBeside("quoc-ngu-print/B/again.png"));
        Assert.Single((await BatchAsync()).Documents.SelectMany(document => document.Pages));
    }

    [Fact]
    public async Task TakeAsync_LeavesAFileThatChangesWhileItIsCopied_AndTakesItWhenItIsQuiet()
    {
        Line.Drop($"{A}/1.png", Scans.Png(1));
        Line.Drop($"{A}/2.png", Scans.Png(2));
        Line.Drop($"{A}/3.png", Scans.Png(3));
        var writes = 0;
        Line.Blobs.BeforeWrite = () =>
        {
            if (++writes == 2)
            {
                Append(Path.Combine(Line.Incoming, A, "2.png"));
            }
        };
        await IntakeAsync();
        var (changed, arriving) = (await FileAsync("2.png"), await BatchAsync());

        await IntakeAsync();

        Assert.Equal((FileState.Seen, "file-changed", null), (changed.State, changed.Reason?.Code, changed.Sha256));
        Assert.Equal(BatchState.Arriving, arriving.State);
        var batch = await BatchAsync();
        Assert.Equal((BatchState.Taken, null), (batch.State, (await FileAsync("2.png")).Reason));
        Assert.Equal(["1.png", "2.png", "3.png"], PagesOf(batch, Assert.Single(batch.Documents)));
    }

    [Fact]
    public async Task TakeAsync_RefusesLinks_AndTouchesNothingBehindThem()
    {
        using var elsewhere = new TempFolder();
        elsewhere.Put("precious.png", Scans.Png());
        Line.Drop($"{A}/good.png", Scans.Png(2));
        File.CreateSymbolicLink(Path.Combine(Line.Incoming, A, "file.png"), elsewhere["precious.png"]);
        Directory.CreateSymbolicLink(Path.Combine(Line.Incoming, A, "folder"), elsewhere.Root);

        await IntakeAsync();

        Assert.Equal(new Reason("file-link", "file.png"), (await FileAsync("file.png")).Reason);
        Assert.Equal(new Reason("file-link", "folder"), (await FileAsync("folder")).Reason);
        Assert.True(IsRejected($"{A}/file.png") && IsRejected($"{A}/folder"));
        Assert.True(File.Exists(elsewhere["precious.png"]));
        Assert.Equal(3, (await BatchAsync()).Files.Count);
    }

    [Fact]
    public async Task TakeAsync_SaysSo_WhenAFileIsTakenAwayBefore()
    {
        Line.Drop($"{A}/1.png", Scans.Png());
        var second = Line.Drop($"{A}/2.png", Scans.Png(2));
        await Line.SweepAsync();
        File.Delete(second);

        await IntakeAsync();

        Assert.Equal(new Reason("file-gone", "2.png"), (await FileAsync("2.png")).Reason);
        Assert.Equal(BatchState.Taken, (await BatchAsync()).State);
    }

    [Fact]
    public async Task TakeAsync_LeavesTheSource_UntilTheRowSaysTaken()
    {
        var source = Line.Drop($"{A}/1.png", Scans.Png());
        var whenWritten = (There: false, State: FileState.Taken);
        Line.Blobs.BeforeWrite = () =>
        {
            using var db = Line.Open();
            whenWritten = (File.Exists(source), db.Files.Single().State);
            throw new InvalidOperationException("the power fails");
        };
        await Assert.ThrowsAsync<InvalidOperationException>(IntakeAsync);
        Line.Blobs.BeforeWrite = () => { };
        Line.Folder.Put("done", "a file stands where the folder should be");
        Line.Clock.Advance(TimeSpan.FromMinutes(1));
        await Record.ExceptionAsync(IntakeAsync);
        var taken = await FileAsync("1.png");

        File.Delete(Line.Folder["done"]);
        Line.Clock.Advance(TimeSpan.FromMinutes(1));
        await IntakeAsync();

        Assert.Equal((true, FileState.Seen), whenWritten);
        Assert.Equal((FileState.Taken, false), (taken.State, taken.Moved));
        Assert.True((await FileAsync("1.png")).Moved);
        Assert.True(IsDone($"{A}/1.png"));
        Assert.Equal(BatchState.Taken, (await BatchAsync()).State);
    }

    [Theory]
    [InlineData("a\\b.png")]
    [InlineData("trang-📖.png")]
    [InlineData("Tru\u0323\u0302ye\u0302n.png")]
    [InlineData("q1/deep/er/𡨸.png")]
    [InlineData(" .png")]
    [InlineData("a\u0001\nb.png")]
    public async Task TakeAsync_TakesUnusualNamesAsTheyAre(string name)
    {
        Line.Drop($"{A}/{name}", Scans.Png());

        await IntakeAsync();

        Assert.Equal(FileState.Taken, (await FileAsync(name)).State);
        Assert.True(IsDone($"{A}/{name}"));
    }

    [Fact]
    public async Task TakeAsync_TakesANameOf255Bytes()
    {
        var name = string.Concat(Enumerable.Repeat("ệ", 83)) + "aa.png";
        Line.Drop($"{A}/{name}", Scans.Png());
        Line.Drop($"{A}/{name[..^3]}tif", "not a scan");
        Assert.Equal(255, Encoding.UTF8.GetByteCount(name));

        await IntakeAsync();

        Assert.Equal(FileState.Taken, (await FileAsync(name)).State);
        Assert.True(IsRejected($"{A}/{name[..^3]}tif"));
    }

    [Fact]
    public async Task TakeAsync_HoldsTheBatch_WhenANameIsNoUnicode_AndGoesOnWhenItIsRenamed()
    {
        Line.Drop($"{A}/good.png", Scans.Png(2));
        Line.Drop($"{A}/bad.png", Scans.Png(1));
        Shell($"cd '{Path.Combine(Line.Incoming, A)}' && mv bad.png \"$(printf 'trang m\\264t.png')\"");
        await IntakeAsync();
        await IntakeAsync();
        var held = await BatchAsync();

        Shell($"cd '{Path.Combine(Line.Incoming, A)}' && mv trang* renamed.png");
        await IntakeAsync();

        Assert.Equal((BatchState.Held, "file-name"), (held.State, held.Reason?.Code));
        var batch = await BatchAsync();
        Assert.Equal(BatchState.Taken, batch.State);
        Assert.Equal(["good.png", "renamed.png"], PagesOf(batch, Assert.Single(batch.Documents)));
    }

    [Fact]
    public async Task TakeAsync_TellsOfAFileThatCannotBeRead_AndGoesOn()
    {
        Line.Drop($"{A}/1.png", Scans.Png());
        var locked = Line.Drop($"{A}/2.png", Scans.Png(2));
        using (new FileStream(locked, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await IntakeAsync();
        }

        Assert.Equal(FileState.Taken, (await FileAsync("1.png")).State);
        Assert.Equal((FileState.Seen, "file-unreadable"), ((await FileAsync("2.png")).State, (await FileAsync("2.png")).Reason?.Code));
        Assert.Equal(BatchState.Arriving, (await BatchAsync()).State);

        await IntakeAsync();

        Assert.Equal(FileState.Taken, (await FileAsync("2.png")).State);
        Assert.Equal(2, Assert.Single((await BatchAsync()).Documents).Pages.Count);
    }

    private static void Append(string path)
    {
        // As a scanner's software does it: without a lock.
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        file.WriteByte(0);
    }

    private static void Shell(string command)
    {
        using var shell = System.Diagnostics.Process.Start("/bin/sh", ["-c", command]);
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
