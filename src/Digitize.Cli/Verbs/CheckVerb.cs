using System.CommandLine;
using Digitize.Cli.Hosting;
using Digitize.Cli.Screens;

namespace Digitize.Cli.Verbs;

/// <summary>Looks at recipes and machine before a batch does; names every missing thing with its remedy.</summary>
internal static class CheckVerb
{
    public static Command Make()
    {
        var json = CommonOptions.Json();
        var verb = new Command("check", "Kiểm tra quy trình và máy · check the recipes and the machine") { json };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(json), ct));
        return verb;
    }

    private static async Task<int> RunAsync(bool json, CancellationToken ct)
    {
        var checks = await MachineCheck.RunAsync(ProgramOptions.Read(), ct);
        if (json)
        {
            Say.AsJson(checks);
        }
        else
        {
            CheckTable.Write(checks);
        }

        return checks.All(check => check.Holds) ? ExitCodes.Through : ExitCodes.NotReady;
    }
}
