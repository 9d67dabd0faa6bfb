using System.CommandLine;
using System.Globalization;
using Digitize.Cli.Hosting;
using Digitize.Imaging;
using Digitize.Imaging.Probing;

namespace Digitize.Cli.Verbs;

/// <summary>
/// <c>measure pages</c> writes <c>file⇥pages⇥kind⇥confidence</c>: how many pages the first frame of each file shows. With
/// <c>--json</c> every page's geometry stands beside it.
/// </summary>
internal static class MeasurePages
{
    public static Command Make()
    {
        var files = new Argument<string[]>("files") { Description = "Ảnh quét · scans", Arity = ArgumentArity.OneOrMore };
        var json = CommonOptions.Json();
        var verb = new Command("pages", "Số trang trên ảnh và chỗ của chúng · the pages that a scan shows, and where") { files, json };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(files)!, parsed.GetValue(json), ct));
        return verb;
    }

    private static async Task<int> RunAsync(string[] files, bool json, CancellationToken ct)
    {
        var limits = ProgramOptions.Read().Intake.Limits;
        var measured = new List<FrameMeasurement>();
        foreach (var file in files)
        {
            try
            {
                var probed = await ScanProbe.ProbeAsync(file, file, limits, ct);
                if (probed.Header is not { } header)
                {
                    Console.Error.WriteLine(probed.Reason!.Text(Say.Culture));
                    continue;
                }

                using var image = await ScanImage.OpenAsync(file, header.MediaType, 0, ct);
                measured.Add(FrameMeasurement.Of(file, image));
            }
            catch (BrokenImageException broken)
            {
                Console.Error.WriteLine(broken.ReasonFor(file).Text(Say.Culture));
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or TimeoutException)
            {
                Console.Error.WriteLine($"{file}: {unreadable.Message}");
            }
        }

        if (json)
        {
            Say.AsJson(measured);
        }
        else
        {
            measured.ForEach(frame => Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{frame.File}\t{frame.Pages.Count}\t{frame.Spread.Kind}\t{frame.Spread.Confidence:0.00}")));
        }

        return measured.Count == files.Length ? ExitCodes.Through : ExitCodes.Fault;
    }
}
