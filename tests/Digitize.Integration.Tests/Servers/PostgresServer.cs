using System.Diagnostics;
using Npgsql;

namespace Digitize.Integration.Tests.Servers;

/// <summary>A real PostgreSQL 15 on a free port with a cluster of its own, stopped when disposed.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string Programs = "/usr/lib/postgresql/15/bin";

    private readonly string _folder;
    private readonly int _port = FreePort.Take();

    private PostgresServer(string folder) => _folder = folder;

    public static async Task<PostgresServer> StartAsync()
    {
        // PostgreSQL refuses to run as root; the postgres user must be able to reach the folder.
        var folder = $"/tmp/digitize-pg-{Guid.NewGuid():N}";
        Directory.CreateDirectory(folder);
        var server = new PostgresServer(folder);
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", ["postgres", folder]);
        }

        await server.AsOwnerAsync($"{Programs}/initdb", ["-D", $"{folder}/cluster", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync"]);
        await server.AsOwnerAsync($"{Programs}/pg_ctl",
        [
            "-D", $"{folder}/cluster", "-l", $"{folder}/log", "-w", "-t", "60",
            "-o", $"-p {server._port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200", "start",
        ]);
        return server;
    }

    /// <summary>A new database, so that tests do not meet each other's rows.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"digitize_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return Connection(name);
    }

    public async ValueTask DisposeAsync()
    {
        await AsOwnerAsync($"{Programs}/pg_ctl", ["-D", $"{_folder}/cluster", "-m", "immediate", "stop"]);
        Directory.Delete(_folder, recursive: true);
    }

    private string Connection(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Maximum Pool Size=40";

    private Task AsOwnerAsync(string program, string[] arguments) => Environment.UserName == "root"
        ? RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments])
        : RunAsync(program, arguments);

    private static async Task RunAsync(string program, string[] arguments)
    {
        // Output goes to no pipe: the server inherits it and would keep it open for ever.
        using var process = Process.Start(new ProcessStartInfo("sh",
            ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
