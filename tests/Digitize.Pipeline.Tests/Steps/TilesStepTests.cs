using Digitize.Core.Rows;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Tests.Line;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Tests.Steps;

/// <summary>The tiles step alone, before anything else has decoded the page.</summary>
public sealed class TilesStepTests : IAsyncLifetime
{
    private readonly LineFixture _line = new();

    public Task InitializeAsync()
    {
        _line.WithRecipe("tiled", "tiles");
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _line.DisposeAsync();

    [Fact]
    public async Task Run_KeepsPyramidAndThumbnail()
    {
        var run = await RunAsync(Scans.Png());

        await using var db = _line.Open();
        Assert.Equal(RunState.Done, run.State);
        Assert.Equal(["pyramid", "thumbnail"], await db.Artefacts.Select(a => a.Kind).Order().ToListAsync());
        Assert.Equal((200, 150), await db.Pages.Select(p => new ValueTuple<int, int>(p.Width, p.Height)).SingleAsync());
    }

    [Fact]
    public async Task Run_IsRejected_AndNothingIsHalfWritten_WhenThePixelsEndEarly()
    {
        var run = await RunAsync(Scans.Truncated());

        await using var db = _line.Open();
        Assert.Equal(RunState.Rejected, run.State);
        Assert.Equal("p1.png", run.Reason!.Facts[0]);
        Assert.Empty(await db.Artefacts.ToListAsync());
        Assert.Empty(Directory.EnumerateFiles(_line.Folder["spool"]));
    }

    [Fact]
    public async Task Run_IsAFault_WhenThePageIsSoundAndTheDiskIsNot()
    {
        File.WriteAllText(_line.Folder["spool"], "a file where the folder should be");

        var run = await RunAsync(Scans.Png());

        Assert.Equal(RunState.Due, run.State);
        Assert.NotNull(run.LastFault);
    }

    private async Task<StepRun> RunAsync(byte[] scan)
    {
        var document = await _line.AddDocumentAsync("tiled", scan);
        await _line.ScopedAsync<ChainAdvance>(chain => chain.DocumentAsync(document.Id, default));
        await _line.WorkAsync();
        await using var db = _line.Open();
        return await db.Runs.SingleAsync(r => r.Step == "tiles");
    }
}
