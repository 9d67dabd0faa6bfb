using System.Runtime.Versioning;
using Digitize.Pipeline.Intake;
using Digitize.Pipeline.Tests.Line;

namespace Digitize.Pipeline.Tests.Intake;

public sealed class WatchFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sweep_SeesEachBatchWithItsFilesInNaturalOrder()
    {
        _folder.Put("recipe/LVT/p10.tif", "12345");
        _folder.Put("recipe/LVT/p2.tif");
        _folder.Put("collection/A/1.tif");
        _folder.Put("collection/B/deep/er/1.tif");

        var batches = Sweep();

        Assert.Equal(["collection/A", "collection/B", "recipe/LVT"], batches.Select(batch => batch.Folder));
        Assert.Equal(["p2.tif", "p10.tif"], Names(batches[2]));
        Assert.Equal(["deep/er/1.tif"], Names(batches[1]));
        var file = batches[2].Files[1];
        Assert.Equal((5, false, File.GetLastWriteTimeUtc(_folder["recipe/LVT/p10.tif"])), (file.Length, file.IsLink, file.WrittenAt));
    }

    [Fact]
    public void Sweep_SeesFilesLyingLoose()
    {
        _folder.Put("loose.tif");
        _folder.Put("recipe/loose.tif");
        _folder.Put("recipe/A/1.tif");

        Assert.Equal(["", "recipe", "recipe/A"], Sweep().Select(batch => batch.Folder));
    }

    [Fact]
    public void Sweep_TakesAFolderThatHoldsFilesAsABatch_WhenItIsNoRecipe()
    {
        _folder.Put("LVT/1.tif");
        _folder.Put("LVT/2.tif");

        var batch = Assert.Single(Sweep());

        Assert.Equal("LVT", batch.Folder);
        Assert.Equal(["1.tif", "2.tif"], Names(batch));
    }

    [Fact]
    public void Sweep_KeepsTheBatchesOfACollectionApart_WhenAFileLiesLooseBesideThem()
    {
        _folder.Put("collection/stray.tif");
        _folder.Put("collection/A/1.tif");
        _folder.Put("collection/B/1.tif");

        Assert.Equal(["collection", "collection/A", "collection/B"], Sweep().Select(batch => batch.Folder));
    }

    [Theory]
    [InlineData("Thumbs.db")]
    [InlineData(".DS_Store")]
    [InlineData("desktop.ini")]
    [InlineData("._1.tif")]
    [InlineData("~$batch.csv")]
    [InlineData("sub/Thumbs.db")]
    public void Sweep_LeavesLitterAlone(string litter)
    {
        _folder.Put("recipe/A/1.tif");
        _folder.Put($"recipe/A/{litter}");

        Assert.Equal(["1.tif"], Names(Assert.Single(Sweep())));
    }

    [Theory]
    [InlineData("recipe/A.partial", "1.tif")]
    [InlineData("A.tmp", "B/1.tif")]
    [InlineData(".hidden", "B/1.tif")]
    public void Sweep_TellsOfFoldersThatAreUnfinishedOrHidden(string folder, string file)
    {
        _folder.Put($"{folder}/{file}");

        var batch = Assert.Single(Sweep());

        Assert.Equal((folder, true, false), (batch.Folder, batch.IsUnderCopy, batch.HasFinishedFiles));
        Assert.Equal([file], Names(batch));
    }

    [Theory]
    [InlineData("trang-📖👨‍👩‍👧.tif")]
    [InlineData("𡨸喃 𪜀.tif")]
    [InlineData("Tru\u0323\u0302ye\u0302n.tif")]
    [InlineData("Truyện.tif")]
    [InlineData("a\\b.tif")]
    [InlineData("a\nb.tif")]
    [InlineData(" .tif")]
    [InlineData(".tif")]
    [InlineData("~1.tif")]
    [InlineData(".a/1.tif")]
    [InlineData("x;rm -rf.tif")]
    public void Sweep_GivesNamesAsTheFileSystemHasThem(string name)
    {
        _folder.Put($"recipe/A/{name}");

        var file = Assert.Single(Assert.Single(Sweep()).Files);

        Assert.Equal(name, file.RelativePath);
        Assert.True(File.Exists(Path.Combine(_folder["recipe/A"], file.RelativePath)));
    }

    [Fact]
    public void Sweep_SeesFilesDeepDown()
    {
        var deep = string.Join('/', Enumerable.Repeat(new string('d', 40), 40));
        _folder.Put($"recipe/A/{deep}/1.tif");

        Assert.Equal([$"{deep}/1.tif"], Names(Assert.Single(Sweep())));
    }

    [Fact]
    public void Sweep_FollowsNoLink_AndTellsOfLinkedFolders()
    {
        using var elsewhere = new TempFolder();
        elsewhere.Put("secret.tif");
        _folder.Put("recipe/A/1.tif");
        File.CreateSymbolicLink(_folder["recipe/A/file.tif"], elsewhere["secret.tif"]);
        File.CreateSymbolicLink(_folder["recipe/A/dangling.tif"], elsewhere["nothing"]);
        Directory.CreateSymbolicLink(_folder["recipe/A/folder"], elsewhere.Root);
        Directory.CreateSymbolicLink(_folder["recipe/A/circle"], _folder["recipe/A"]);
        Directory.CreateSymbolicLink(_folder["recipe/B"], elsewhere.Root);

        var seen = Sweep();

        Assert.Equal("recipe/B", Assert.Single(seen, folder => folder.Fault is not null).Folder);
        var batch = Assert.Single(seen, folder => folder.Fault is null);
        Assert.Equal(["circle", "dangling.tif", "file.tif", "folder"], batch.Files.Where(file => file.IsLink).Select(file => file.RelativePath));
        Assert.Equal(["1.tif"], batch.Files.Where(file => !file.IsLink).Select(file => file.RelativePath));
    }

    [NotRootFact]
    [UnsupportedOSPlatform("windows")]
    public void Sweep_TellsWhatCannotBeOpened_AndGoesOn()
    {
        _folder.Put("recipe/A/1.tif");
        _folder.Put("recipe/B/1.tif");
        File.SetUnixFileMode(_folder["recipe/A"], UnixFileMode.None);

        var batches = Sweep();

        File.SetUnixFileMode(_folder["recipe/A"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(["recipe/A", "recipe/B"], batches.Select(batch => batch.Folder));
        Assert.NotNull(batches[0].Fault);
        Assert.Null(batches[1].Fault);
    }

    [Fact]
    public void Sweep_TellsThatTheWatchFolderIsMissing()
    {
        var batch = Assert.Single(WatchFolder.Sweep(_folder["nowhere"], _ => false));

        Assert.NotNull(batch.Fault);
    }

    [Fact]
    public void Sweep_SeesNothing_WhenABatchGoesAwayMeanwhile()
    {
        _folder.Put("recipe/A/1.tif");
        _folder.Put("recipe/B/1.tif");
        using var sweep = WatchFolder.Sweep(_folder.Root, name => name == "recipe").GetEnumerator();
        Assert.True(sweep.MoveNext());

        Directory.Delete(_folder["recipe/B"], recursive: true);

        Assert.True(!sweep.MoveNext() || sweep.Current is { Fault: null, Files.Count: 0 });
    }

    private List<SeenBatch> Sweep() => [.. WatchFolder.Sweep(_folder.Root, name => name == "recipe")];

    private static IEnumerable<string> Names(SeenBatch batch) => batch.Files.Select(file => file.RelativePath);
}
