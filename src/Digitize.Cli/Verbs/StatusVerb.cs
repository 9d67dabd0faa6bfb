using System.CommandLine;
using Digitize.Cli.Hosting;
using Digitize.Cli.Screens;
using Digitize.Storage.Queries;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Cli.Verbs;

/// <summary>Where the batches stand, counted from the rows; works beside a running server.</summary>
internal static class StatusVerb
{
    private const int Newest = 200;

    public static Command Make()
    {
        var json = CommonOptions.Json();
        var verb = new Command("status", "Tình trạng các lô · where the batches stand") { json };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(json), ct));
        return verb;
    }

    private static async Task<int> RunAsync(bool json, CancellationToken ct)
    {
        await using var rows = await Rows.OpenAsync(ProgramOptions.Read(), ct);
        var batches = await rows.Get<BatchProgressQuery>().ListAsync(0, Newest, ct);
        var runs = (await rows.Get<DigitizeDb>().Runs.GroupBy(run => run.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct))
            .ToDictionary(g => g.Key, g => g.Count);
        if (json)
        {
            Say.AsJson(new { batches, runs });
        }
        else
        {
            BatchTable.Write(batches);
        }

        return batches.Any(BatchTable.Waits) ? ExitCodes.NeedsPerson : ExitCodes.Through;
    }
}
