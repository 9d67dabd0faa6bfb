using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Digitize.Storage.Rows;

/// <summary>Lets <c>dotnet ef migrations add NAME --context SqliteDigitizeDb</c> run without a server.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteDigitizeDb>
{
    public SqliteDigitizeDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDigitizeDb>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>The same for PostgreSQL.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresDigitizeDb>
{
    public PostgresDigitizeDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDigitizeDb>().UseNpgsql("Host=localhost;Database=digitize").Options);
}
