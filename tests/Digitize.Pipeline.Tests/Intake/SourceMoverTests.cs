using System.Text;
using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Pipeline.Intake;
using Digitize.Pipeline.Tests.Line;

namespace Digitize.Pipeline.Tests.Intake;

public sealed class SourceMoverTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SourceMover _mover;

    public SourceMoverTests() =>
        _mover = new SourceMover(new IntakeOptions { Done = _folder["done"], Rejected = _folder["rejected"] });

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(FileState.Taken)]
    [InlineData(FileState.Description)]
    public void Move_PutsWhatWasTakenIntoDone(FileState state)
    {
        _folder.Put("in/sub/1.tif", "content");

        Assert.True(Move("sub/1.tif", state));

        Assert.Equal("content", File.ReadAllText(_folder["done/r/A/sub/1.tif"]));
        Assert.False(File.Exists(_folder["in/sub/1.tif"]));
        Assert.False(Directory.Exists(_folder["rejected"]));
    }

    [Theory]
    [InlineData(FileState.Rejected)]
    [InlineData(FileState.Duplicate)]
    public void Move_PutsTheRestIntoRejected_WithTheReasonInBothLanguages(FileState state)
    {
        _folder.Put("in/1.tif");
        var reason = new Reason("file-empty", "1.tif");

        Assert.True(Move("1.tif", state, reason));

        Assert.True(File.Exists(_folder["rejected/r/A/1.tif"]));
        Assert.Equal(
            $"{reason.Text(ReasonTexts.Vietnamese)}\n\n{reason.Text(ReasonTexts.English)}\n",
            File.ReadAllText(_folder["rejected/r/A/1.tif.reason.txt"]));
    }

    [Fact]
    public void Move_SaysSo_WhenTheSourceIsGone() => Assert.False(Move("1.tif", FileState.Taken));

    [Fact]
    public void Move_NeverWritesOverWhatIsThere()
    {
        for (var number = 1; number <= 4; number++)
        {
            _folder.Put("in/1.tif", $"scan {number}");
            Assert.True(Move("1.tif", FileState.Rejected, new Reason("file-empty", "1.tif")));
        }

        var scans = Directory.GetFiles(_folder["rejected/r/A"], "*.tif");
        Assert.Equal(["scan 1", "scan 2", "scan 3", "scan 4"], scans.Select(File.ReadAllText).Order());
        Assert.All(scans, scan => Assert.True(File.Exists($"{scan}.reason.txt")));
    }

    [Fact]
    public void Move_WritesNoReasonOverAPersonsFile()
    {
        _folder.Put("rejected/r/A/1.tif.reason.txt", "notes of a person");
        _folder.Put("in/1.tif");

        Assert.True(Move("1.tif", FileState.Rejected, new Reason("file-empty", "1.tif")));

        Assert.Equal("notes of a person", File.ReadAllText(_folder["rejected/r/A/1.tif.reason.txt"]));
        Assert.Equal(3, Directory.GetFiles(_folder["rejected/r/A"]).Length);
    }

    [Fact]
    public void Move_WritesNoReasonThroughALink()
    {
        _folder.Put("precious", "precious");
        Directory.CreateDirectory(_folder["rejected/r/A"]);
        File.CreateSymbolicLink(_folder["rejected/r/A/1.tif.reason.txt"], _folder["precious"]);
        _folder.Put("in/1.tif");

        Assert.True(Move("1.tif", FileState.Rejected, new Reason("file-empty", "1.tif")));

        Assert.Equal("precious", File.ReadAllText(_folder["precious"]));
    }

    [Fact]
    public void Move_FindsAnotherName_WhenAFolderOrADeadLinkHasIt()
    {
        Directory.CreateDirectory(_folder["done/r/A/1.tif"]);
        Directory.CreateDirectory(_folder["done/r/A"]);
        File.CreateSymbolicLink(_folder["done/r/A/2.tif"], _folder["nothing"]);
        _folder.Put("in/1.tif");
        _folder.Put("in/2.tif");

        Assert.True(Move("1.tif", FileState.Taken));
        Assert.True(Move("2.tif", FileState.Taken));

        Assert.Equal(2, Directory.GetFiles(_folder["done/r/A"]).Count(path => new FileInfo(path).LinkTarget is null));
    }

    [Theory]
    [InlineData(".tif")]
    [InlineData("")]
    public void Move_TakesTheLongestNames(string extension)
    {
        var name = string.Concat(Enumerable.Repeat("ệ", 80)) + new string('x', 255 - 240 - extension.Length) + extension;
        AssertTwiceMoved(name);
    }

    [Fact]
    public void Move_TakesTheLongestExtension() => AssertTwiceMoved("a." + new string('x', 253));

    [Fact]
    public void Move_MovesALinkItself_AndNotWhatItPointsAt()
    {
        _folder.Put("precious", "precious");
        _folder.Put("far/1.tif", "far");
        _folder.Put("in/1.tif");
        File.CreateSymbolicLink(_folder["in/link.tif"], _folder["precious"]);
        File.CreateSymbolicLink(_folder["in/dead.tif"], _folder["nothing"]);
        Directory.CreateSymbolicLink(_folder["in/folder"], _folder["far"]);

        foreach (var name in new[] { "link.tif", "dead.tif", "folder" })
        {
            Assert.True(Move(name, FileState.Rejected, new Reason("file-link", name)));
        }

        Assert.Equal("precious", File.ReadAllText(_folder["precious"]));
        Assert.Equal("far", File.ReadAllText(_folder["far/1.tif"]));
        Assert.Equal([_folder["in/1.tif"]], Directory.GetFileSystemEntries(_folder["in"]));
        Assert.Equal(6, Directory.GetFileSystemEntries(_folder["rejected/r/A"]).Length);
    }

    [Fact]
    public void RemoveEmpty_LeavesEveryFile()
    {
        Directory.CreateDirectory(_folder["in/a/b"]);
        _folder.Put("in/c/late.tif");

        SourceMover.RemoveEmpty(_folder["in"]);
        SourceMover.RemoveEmpty(_folder["nowhere"]);

        Assert.False(Directory.Exists(_folder["in/a"]));
        Assert.True(File.Exists(_folder["in/c/late.tif"]));
    }

    [Fact]
    public void RemoveEmpty_FollowsNoLink()
    {
        Directory.CreateDirectory(_folder["far/empty"]);
        Directory.CreateDirectory(_folder["in"]);
        Directory.CreateSymbolicLink(_folder["in/link"], _folder["far"]);

        SourceMover.RemoveEmpty(_folder["in"]);

        Assert.True(Directory.Exists(_folder["far/empty"]));
    }

    private void AssertTwiceMoved(string name)
    {
        Assert.Equal(255, Encoding.UTF8.GetByteCount(name));
        for (var number = 1; number <= 2; number++)
        {
            _folder.Put($"in/{name}", $"scan {number}");
            Assert.True(Move(name, FileState.Rejected, new Reason("file-empty", name)));
        }

        var files = Directory.GetFiles(_folder["rejected/r/A"]);
        Assert.Equal(4, files.Length);
        Assert.Equal(2, files.Count(file => file.EndsWith(".reason.txt", StringComparison.Ordinal)));
    }

    private bool Move(string name, FileState state, Reason? reason = null) =>
        _mover.Move(_folder["in"], "r/A", new IncomingFile { RelativePath = name, State = state, Reason = reason });
}
