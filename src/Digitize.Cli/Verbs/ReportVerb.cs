using System.CommandLine;
using Digitize.Cli.Hosting;
using Digitize.Cli.Screens;
using Digitize.Pipeline.Inspection;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Cli.Verbs;

/// <summary>What is to be scanned again of one batch; works beside a running server.</summary>
internal static class ReportVerb
{
    public static Command Make()
    {
        var batch = new Argument<string>("batch") { Description = "Thư mục hoặc tên lô · the batch's folder or name" };
        var json = CommonOptions.Json();
        var verb = new Command("report", "Báo cáo kiểm ảnh của một lô · what to scan again of a batch") { batch, json };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(batch)!, parsed.GetValue(json), ct));
        return verb;
    }

    private static async Task<int> RunAsync(string name, bool json, CancellationToken ct)
    {
        var options = ProgramOptions.Read();
        await using (await Rows.OpenAsync(options, ct))
        {
            // Brings a desk's rows up to date when no server has.
        }

        await using var services = new ServiceCollection().AddLogging().AddLine(options).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var folder = name.TrimEnd('/');
        var batch = await scope.ServiceProvider.GetRequiredService<DigitizeDb>().Batches
            .Where(b => b.Folder == folder || b.Name == folder)
            .OrderByDescending(b => b.SeenAt).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(ct);
        if (batch is null || await scope.ServiceProvider.GetRequiredService<BatchReportQuery>().FindAsync(batch.Value, ct) is not { } report)
        {
            return Say.Fault($"Không có lô «{name}».", $"There is no batch “{name}”.");
        }

        if (json)
        {
            Say.AsJson(BatchReportJson.Of(report, Say.Culture));
        }
        else
        {
            ReportTable.Write(report);
        }

        return report.Verdict == BatchVerdict.Pass ? ExitCodes.Through : ExitCodes.NeedsPerson;
    }
}
