using System.Diagnostics;
using Digitize.Integration.Tests.Servers;
using Digitize.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Integration.Tests;

public enum Column
{
    /// <summary>SQLite and a folder, one process.</summary>
    Desk,

    /// <summary>PostgreSQL and Azure blobs, many processes.</summary>
    Library,
}

/// <summary>One installation of the real program in a temporary folder, in either column.</summary>
internal sealed class Installation : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string> _settings;

    private Installation(Dictionary<string, string> settings) => _settings = settings;

    public string Incoming => _folder["incoming"];

    public string Done => _folder["done"];

    public string Rejected => _folder["rejected"];

    public static async Task<Installation> CreateAsync(Column column, LibraryServers servers)
    {
        var installation = new Installation(column == Column.Library ? await servers.NewInstallationAsync() : []);
        installation.Set("Digitize__Intake__Incoming", installation.Incoming);
        installation.Set("Digitize__Intake__Done", installation.Done);
        installation.Set("Digitize__Intake__Rejected", installation.Rejected);
        installation.Set("Digitize__Intake__SweepSeconds", "1");
        installation.Set("Digitize__Intake__QuietSeconds", "1");
        installation.Set("Digitize__Intake__ReserveMegabytes", "10");
        installation.Set("Digitize__Chain__RecipeFolder", Path.Combine(Checkout.Root, "pipelines"));
        installation.Set("Digitize__Chain__LeaseSeconds", "3");
        installation.Set("Digitize__Chain__ReconcileSeconds", "1");
        Directory.CreateDirectory(installation.Incoming);
        return installation;
    }

    public void Set(string name, string value) => _settings[name] = value;

    /// <summary>Copies a batch of the samples into the watch folder as a person would: the files, then nothing more.</summary>
    public void Drop(string batch, string? as_ = null)
    {
        var source = Path.Combine(Checkout.Samples, "incoming", batch);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Incoming, as_ ?? batch, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Starts the program; output is kept in a file that <see cref="Output"/> reads.</summary>
    /// <param name="process">A name that gives the process a data folder of its own; all desk processes share one.</param>
    /// <param name="wrapper">A program that starts it, with its arguments.</param>
    public RunningLine Start(string process, string[] arguments, params string[] wrapper)
    {
        // A new process group: killing it takes a child of an isolated step along, as the kernel would on a crash.
        var start = new ProcessStartInfo("setsid",
        [
            "sh", "-c", $"exec \"$0\" \"$@\" >>'{_folder[process]}.out' 2>&1",
            .. wrapper, "dotnet", Checkout.Program, .. arguments,
        ]);
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["Digitize__DataFolder"] = DataFolder(process);
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["LANG"] = "C.UTF-8";
        return new RunningLine(Process.Start(start)!);
    }

    /// <summary>The whole program on a free port.</summary>
    public RunningLine Serve(string process, params string[] wrapper) =>
        Start(process, ["serve", "--urls", $"http://127.0.0.1:{FreePort.Take()}"], wrapper);

    public string Output(string process) => File.Exists($"{_folder[process]}.out") ? File.ReadAllText($"{_folder[process]}.out") : "";

    public string DataFolder(string process) => _folder[$"data-{process}"];

    /// <summary>Runs a verb to its end.</summary>
    public async Task<(int Code, string Output)> RunAsync(string process, params string[] arguments)
    {
        using var running = Start(process, arguments);
        await running.Process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(4));
        return (running.Process.ExitCode, Output(process));
    }

    /// <summary>Rows and blobs as the processes see them.</summary>
    public ServiceProvider Open(string process) => new ServiceCollection().AddStorage(new StorageOptions
    {
        DataFolder = DataFolder(process),
        Postgres = _settings.GetValueOrDefault("Digitize__Postgres", ""),
        AzureBlobs = _settings.GetValueOrDefault("Digitize__AzureBlobs", ""),
        AzureContainer = _settings.GetValueOrDefault("Digitize__AzureContainer", "digitize"),
    }).BuildServiceProvider();

    public void Dispose() => _folder.Dispose();
}
