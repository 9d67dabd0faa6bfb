using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Storage.Tests.Rows;

public sealed class RowTests : IAsyncLifetime
{
    private static readonly DateTime Noon = new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);

    private DesktopRows _rows = null!;

    public async Task InitializeAsync() => _rows = await DesktopRows.CreateAsync();

    public async Task DisposeAsync() => await _rows.DisposeAsync();

    [Fact]
    public async Task Times_ComeBackAsUtc()
    {
        await AddAsync(new Batch { Folder = "a", Name = "a", SeenAt = Noon });

        await using var db = _rows.Open();
        var batch = await db.Batches.SingleAsync();
        Assert.Equal((Noon, DateTimeKind.Utc), (batch.SeenAt, batch.SeenAt.Kind));
        Assert.Null(batch.TakenAt);
    }

    [Theory]
    [InlineData("batch-nothing")]
    [InlineData("batch-count", "Lô «𡨸»", "5", "")]
    [InlineData("file-name", "a\",\"b\\\n", "[]")]
    public async Task Reasons_ComeBackAsTheyWere(string code, params string[] facts)
    {
        await AddAsync(new Batch { Folder = "a", Name = "a", Reason = new Reason(code, facts) });

        await using var db = _rows.Open();
        Assert.Equal(new Reason(code, facts), (await db.Batches.SingleAsync()).Reason);
    }

    [Fact]
    public async Task UniqueViolation_IsSeen_WhenTheRowIsThere()
    {
        await AddAsync(new Holding { Library = "A", Shelfmark = "1", Title = "x", HolderKind = "library", Source = "s" });

        var fault = await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(
            new Holding { Library = "A", Shelfmark = "1", Title = "y", HolderKind = "library", Source = "s" }));

        Assert.True(UniqueViolation.IsIn(fault));
    }

    [Fact]
    public async Task UniqueViolation_IsNotSeen_WhenSomethingElseFails()
    {
        var orphan = new IncomingFile { BatchId = Guid.CreateVersion7(), RelativePath = "x" };

        var fault = await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(orphan));

        Assert.False(UniqueViolation.IsIn(fault));
    }

    [Theory]
    [InlineData(FileState.Seen, FileState.Taken, false)]
    [InlineData(FileState.Taken, FileState.Taken, false)]
    [InlineData(FileState.Taken, FileState.Duplicate, true)]
    [InlineData(FileState.Rejected, FileState.Seen, true)]
    public async Task Hash_IsClaimedOnce(FileState first, FileState second, bool isAllowed)
    {
        var batch = new Batch { Folder = "a", Name = "a" };
        batch.Files.Add(new IncomingFile { RelativePath = "1", State = first, Sha256 = "abc" });
        await AddAsync(batch);

        var fault = await Record.ExceptionAsync(() => AddAsync(
            new IncomingFile { BatchId = batch.Id, RelativePath = "2", State = second, Sha256 = "abc" }));

        Assert.Equal(isAllowed, fault is null);
    }

    [Fact]
    public async Task Removal_IsRefused_WhileSomethingHangsOnTheRow()
    {
        var batch = new Batch { Folder = "a", Name = "a" };
        batch.Files.Add(new IncomingFile { RelativePath = "1" });
        await AddAsync(batch);

        await using var db = _rows.Open();
        db.Remove(await db.Batches.SingleAsync());
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    private async Task AddAsync(object row)
    {
        await using var db = _rows.Open();
        db.Add(row);
        await db.SaveChangesAsync();
    }
}
