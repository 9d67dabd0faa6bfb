using System.CommandLine;
using System.Globalization;
using Digitize.Cli.Hosting;
using Digitize.Ocr.Scripts;

namespace Digitize.Cli.Verbs;

/// <summary>
/// <c>measure scripts</c> writes <c>file⇥script share …</c>: what is written on the first frame of each file, by share of its ink.
/// With <c>--json</c> the regions' boxes stand beside it.
/// </summary>
internal static class MeasureScripts
{
    public static Command Make()
    {
        var files = new Argument<string[]>("files") { Description = "Ảnh quét · scans", Arity = ArgumentArity.OneOrMore };
        var json = CommonOptions.Json();
        var verb = new Command("scripts", "Loại chữ trên trang và chỗ của chúng · the scripts on a page, and where") { files, json };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(files)!, parsed.GetValue(json), ct));
        return verb;
    }

    private static async Task<int> RunAsync(string[] files, bool json, CancellationToken ct)
    {
        var measured = new List<ScriptMeasurement>();
        foreach (var file in files)
        {
            try
            {
                var image = await PagePixels.OfAsync(file, ct);
                var start = TimeProvider.System.GetTimestamp();
                var regions = ScriptFinder.Of(image);
                measured.Add(new(file, TimeProvider.System.GetElapsedTime(start).TotalMilliseconds, regions));
            }
            catch (Exception fault) when (fault is InvalidDataException or IOException)
            {
                Console.Error.WriteLine(fault.Message);
            }
        }

        if (json)
        {
            Say.AsJson(measured);
        }
        else
        {
            measured.ForEach(page => Console.Out.WriteLine($"{page.File}\t{page.Shares}"));
        }

        return measured.Count == files.Length ? ExitCodes.Through : ExitCodes.Fault;
    }

    private sealed record ScriptMeasurement(string File, double Milliseconds, IReadOnlyList<ScriptRegion> Regions)
    {
        public string Shares => string.Join(' ', Regions.GroupBy(region => region.Script)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {group.Sum(region => region.Ink):0.00}")));
    }
}
