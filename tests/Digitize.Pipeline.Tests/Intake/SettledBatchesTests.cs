using Digitize.Pipeline.Intake;
using Microsoft.Extensions.Time.Testing;

namespace Digitize.Pipeline.Tests.Intake;

public sealed class SettledBatchesTests
{
    private const int QuietSeconds = 20;

    private readonly FakeTimeProvider _clock = new();
    private SettledBatches _settled;

    public SettledBatchesTests() => _settled = new SettledBatches(_clock);

    [Fact]
    public void IsReady_OnlyOnce_AfterTheQuietTime()
    {
        Assert.False(IsReady(File("1.tif")));
        Pass(19);
        Assert.False(IsReady(File("1.tif")));
        Pass(1);
        Assert.True(IsReady(File("1.tif")));
        Pass(100);
        Assert.False(IsReady(File("1.tif")));
    }

    [Fact]
    public void IsReady_WaitsAgain_WhenAFileGrows()
    {
        IsReady(File("1.tif", 10));
        Pass(19);
        Assert.False(IsReady(File("1.tif", 20)));
        Pass(19);
        Assert.False(IsReady(File("1.tif", 20)));
        Pass(1);
        Assert.True(IsReady(File("1.tif", 20)));
    }

    [Fact]
    public void IsReady_WaitsAgain_WhenOnlyTheTimeChanges()
    {
        IsReady(File("1.tif"));
        Pass(25);

        Assert.False(IsReady(File("1.tif") with { WrittenAt = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc) }));
    }

    [Fact]
    public void IsReady_WaitsForTheLastFile()
    {
        IsReady(File("1.tif"));
        Pass(25);
        Assert.False(IsReady(File("1.tif"), File("2.tif")));
        Pass(20);
        Assert.True(IsReady(File("1.tif"), File("2.tif")));
    }

    [Theory]
    [InlineData("2.tif.part")]
    [InlineData("2.PARTIAL")]
    [InlineData("sub.filepart/2.tif")]
    [InlineData("sub/.2.tif.Xy12Zw")]
    public void IsReady_Waits_WhileACopyIsUnderWay(string unfinished)
    {
        IsReady(File("1.tif"), File(unfinished));
        Pass(100);

        Assert.False(IsReady(File("1.tif"), File(unfinished)));
    }

    [Fact]
    public void IsReady_AtTheNextSweep_WhenTheBatchIsMarkedReady()
    {
        Assert.False(_settled.IsReady(Batch(File("1.tif")), 0, Urgency.WhenChanged));
        Assert.True(_settled.IsReady(Batch(File("1.tif")), 0, Urgency.WhenChanged));
    }

    [Fact]
    public void IsReady_TriesAgainAfterAWhile_WhenToldTo()
    {
        IsReady(File("1.tif"));
        Pass(20);
        IsReady(File("1.tif"));

        Pass(15);
        Assert.False(IsReady(Urgency.TryAgain, File("1.tif")));
        Pass(1);
        Assert.True(IsReady(Urgency.TryAgain, File("1.tif")));
        Pass(1);
        Assert.False(IsReady(Urgency.TryAgain, File("1.tif")));
    }

    [Fact]
    public void IsReady_Never_WhileTheBatchIsBeingTaken()
    {
        IsReady(File("1.tif"));
        Pass(20);

        Assert.False(IsReady(Urgency.UnderWay, File("1.tif")));
        Assert.True(IsReady(File("1.tif")));
    }

    [Fact]
    public void IsReady_NeedsTheQuietTimeAgain_AfterARestart()
    {
        IsReady(File("1.tif"));
        Pass(20);
        _settled = new SettledBatches(_clock);

        Assert.False(IsReady(File("1.tif")));
        Pass(20);
        Assert.True(IsReady(File("1.tif")));
    }

    [Fact]
    public void KeepOnly_ForgetsWhatIsGone()
    {
        IsReady(File("1.tif"));
        Pass(20);
        IsReady(File("1.tif"));

        _settled.KeepOnly([]);

        Assert.False(IsReady(File("1.tif")));
        Pass(20);
        Assert.True(IsReady(File("1.tif")));
    }

    [Fact]
    public void KeepOnly_KeepsWhatIsThere()
    {
        IsReady(File("1.tif"));

        _settled.KeepOnly([Batch(File("1.tif"))]);

        Pass(20);
        Assert.True(IsReady(File("1.tif")));
    }

    private static SeenFile File(string name, long length = 10) =>
        new(name, length, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), false);

    private static SeenBatch Batch(params SeenFile[] files) => new("recipe/A", "/incoming/recipe/A", files, null);

    private bool IsReady(params SeenFile[] files) => IsReady(Urgency.WhenChanged, files);

    private bool IsReady(Urgency urgency, params SeenFile[] files) => _settled.IsReady(Batch(files), QuietSeconds, urgency);

    private void Pass(int seconds) => _clock.Advance(TimeSpan.FromSeconds(seconds));
}
