using System.ComponentModel.DataAnnotations;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Intake;
using Digitize.Pipeline.Packaging;
using Digitize.Storage;
using Digitize.Web;

namespace Digitize.Cli.Hosting;

/// <summary>
/// All options, read once from <c>digitize.json</c> in the working folder and from environment variables
/// (<c>Digitize__Postgres=…</c>). Below this class nobody sees the configuration.
/// </summary>
internal sealed record ProgramOptions(
    StorageOptions Storage, ChainOptions Chain, IntakeOptions Intake, PublishingOptions Publishing, WebOptions Web)
{
    public string LockPath => Path.Combine(Storage.DataFolder, ".lock");

    public string LogFolder => Path.Combine(Storage.DataFolder, "logs");

    /// <exception cref="ValidationException">A value is not allowed; the message names it.</exception>
    public static ProgramOptions Read()
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(Directory.GetCurrentDirectory())
            .AddJsonFile("digitize.json", optional: true)
            .AddEnvironmentVariables()
            .Build()
            .GetSection(StorageOptions.Section);
        var storage = configuration.Get<StorageOptions>() ?? new StorageOptions();
        var intake = new IntakeOptions
        {
            Incoming = Path.Combine(storage.DataFolder, "incoming"),
            Done = Path.Combine(storage.DataFolder, "done"),
            Rejected = Path.Combine(storage.DataFolder, "rejected"),
        };
        configuration.GetSection("Intake").Bind(intake);
        var options = new ProgramOptions(
            storage,
            configuration.GetSection("Chain").Get<ChainOptions>() ?? new ChainOptions(),
            intake,
            configuration.GetSection("Publishing").Get<PublishingOptions>() ?? new PublishingOptions(),
            configuration.GetSection("Web").Get<WebOptions>() ?? new WebOptions());
        foreach (var part in new object[] { options.Storage, options.Chain, options.Intake, options.Publishing })
        {
            Validator.ValidateObject(part, new ValidationContext(part), validateAllProperties: true);
        }

        options.Chain.IsolationCommand = SelfCommand("step");
        return options;
    }

    /// <summary>How this program is started again for one verb, from a published executable or through <c>dotnet</c>.</summary>
    private static IReadOnlyList<string> SelfCommand(string verb)
    {
        var self = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(self) == "dotnet"
            ? [self, Path.Combine(AppContext.BaseDirectory, "digitize.dll"), verb]
            : [self, verb];
    }
}
