using System.Diagnostics;

namespace Digitize.Formats.Tests.Samples;

/// <summary>Runs the standards' validators, which may first install their Debian packages: one at a time.</summary>
internal static class Validator
{
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>The folder <c>shared</c> with the schemas; null where there is none.</summary>
    public static string? Shared { get; } = FindShared();

    /// <summary>Fails with what the validator printed unless it accepts all files.</summary>
    public static async Task AcceptAsync(string name, params string[] files)
    {
        await OneAtATime.WaitAsync();
        try
        {
            var start = new ProcessStartInfo("bash", [Path.Combine(Shared!, "check", name), .. files])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{name}: {await output}{await errors}");
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static string? FindShared()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(shared, "schemas")) && Directory.Exists(Path.Combine(shared, "check")))
            {
                return shared;
            }
        }

        return null;
    }
}
