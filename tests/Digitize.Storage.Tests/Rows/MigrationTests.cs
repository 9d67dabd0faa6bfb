using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Storage.Tests.Rows;

public sealed class MigrationTests
{
    [Fact]
    public void Sqlite_HasNoPendingModelChanges()
    {
        using var db = new SqliteDigitizeDb(
            new DbContextOptionsBuilder<SqliteDigitizeDb>().UseSqlite("Data Source=:memory:").Options);

        Assert.False(db.Database.HasPendingModelChanges(), "dotnet ef migrations add … --context SqliteDigitizeDb");
    }

    [Fact]
    public void Postgres_HasNoPendingModelChanges()
    {
        using var db = new PostgresDigitizeDb(
            new DbContextOptionsBuilder<PostgresDigitizeDb>().UseNpgsql("Host=nowhere;Database=digitize").Options);

        Assert.False(db.Database.HasPendingModelChanges(), "dotnet ef migrations add … --context PostgresDigitizeDb");
    }

    [Fact]
    public void Providers_HaveTheSameMigrations()
    {
        using var sqlite = new SqliteDigitizeDb(
            new DbContextOptionsBuilder<SqliteDigitizeDb>().UseSqlite("Data Source=:memory:").Options);
        using var postgres = new PostgresDigitizeDb(
            new DbContextOptionsBuilder<PostgresDigitizeDb>().UseNpgsql("Host=nowhere;Database=digitize").Options);

        Assert.NotEmpty(sqlite.Database.GetMigrations());
        Assert.Equal(Names(sqlite.Database.GetMigrations()), Names(postgres.Database.GetMigrations()));
    }

    [Fact]
    public async Task PrepareAsync_ChangesNothing_WhenDoneAgain()
    {
        await using var rows = await DesktopRows.CreateAsync();
        await using var db = rows.Open();

        await StoragePreparation.PrepareAsync(db, new StorageOptions(), default);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    private static IEnumerable<string> Names(IEnumerable<string> migrations) => migrations.Select(id => id.Split('_', 2)[1]);
}
