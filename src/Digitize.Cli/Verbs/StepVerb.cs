using System.CommandLine;
using Digitize.Cli.Hosting;
using Digitize.Pipeline.Chain;

namespace Digitize.Cli.Verbs;

/// <summary>Hidden: one suspected step in this process, for a worker that waits outside. See <see cref="StepIsolation"/>.</summary>
internal static class StepVerb
{
    public static Command Make()
    {
        var run = new Argument<Guid>("run");
        var lease = new Argument<Guid>("lease");
        var verb = new Command("step") { run, lease };
        verb.Hidden = true;
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(run), parsed.GetValue(lease), ct));
        return verb;
    }

    private static async Task<int> RunAsync(Guid run, Guid lease, CancellationToken ct)
    {
        using var parent = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _ = EndWithParentAsync();
        var options = ProgramOptions.Read();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        Logs.Add(builder.Logging, options, onConsole: false);
        builder.Services.AddLine(options);
        using var host = builder.Build();
        await host.Services.GetRequiredService<StepRunner>().RunClaimedAsync(run, lease, parent.Token);
        return StepIsolation.Recorded;

        // Standard input closes when the worker dies, however it dies; then nobody waits for this any more.
        static async Task EndWithParentAsync()
        {
            var input = Console.OpenStandardInput();
            while (await input.ReadAsync(new byte[1]) > 0)
            {
            }

            Environment.Exit(ExitCodes.Fault);
        }
    }
}
